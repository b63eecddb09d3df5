"""Direct speech: quotation marks of all styles, cues before, behind and between."""

import pytest
from attribution_cases import describe, find_in, read_table

TABLE = """
“We will rebuild the pier,” said Mayor Ida Holt.
 d Mayor Ida Holt | said | We will rebuild the pier,
“We will rebuild the pier,” Mayor Ida Holt said.
 d Mayor Ida Holt | said | We will rebuild the pier,
“We will rebuild the pier,” she told the council.
 d she | told | We will rebuild the pier,
Mayor Ida Holt said, “We will rebuild the pier.”
 d Mayor Ida Holt | said | We will rebuild the pier.
Mayor Ida Holt said: “We will rebuild the pier.”
 d Mayor Ida Holt | said | We will rebuild the pier.
"We will rebuild the pier," Holt announced on Monday.
 d Holt | announced | We will rebuild the pier,
'We will rebuild the pier,' said Ms Holt.
 d Ms Holt | said | We will rebuild the pier,
‘We will rebuild the pier,’ Ms Holt added.
 d Ms Holt | added | We will rebuild the pier,
«We will rebuild the pier,» she promised.
 d she | promised | We will rebuild the pier,
„We will rebuild the pier,“ she insisted.
 d she | insisted | We will rebuild the pier,
The ministry published a comment, 「The pier belongs to all.」
 d The ministry | published | The pier belongs to all.
``We will rebuild the pier,'' Holt said.
 d Holt | said | We will rebuild the pier,
“It is a wall,” she said, “not a fence.”
 d she | said | It is a wall, / not a fence.
“It is a wall,” she said. “It is not a fence.”
 d she | said | It is a wall, / It is not a fence.
“It is a wall,” said Dr. Omar Lindqvist, a geologist at Harrow College, who measured it. “It will hold.”
 d Dr. Omar Lindqvist, a geologist at Harrow College | said | It is a wall, / It will hold.
“Walls are patient,” she observed, and “they outlive mayors.”
 d she | observed | Walls are patient, / they outlive mayors.
“Will it hold?” asked a reporter.
 d a reporter | asked | Will it hold?
“Will it hold?” he asked.
 d he | asked | Will it hold?
“It held!” shouted the crew.
 d the crew | shouted | It held!
“The sea is rising,” wrote Prof. Ann Bell in the paper. “The wall is not.”
 d Prof. Ann Bell | wrote | The sea is rising, / The wall is not.
“Marvellous!” beamed the harbour master.
 d the harbour master | beamed | Marvellous!
“Half a wall is a ramp,” muttered his deputy, Tom Reyes.
 d his deputy, Tom Reyes | muttered | Half a wall is a ramp,
“Half a wall is a ramp,” its chairman, Rohan Pell, said in a video.
 d its chairman, Rohan Pell | said | Half a wall is a ramp,
“Half a wall is a ramp,” the agency’s director, Ulla Berg, told the Evening Post by telephone.
 d the agency’s director, Ulla Berg | told | Half a wall is a ramp,
“Half a wall,” he said, laughing, “is a ramp.”
 d he | said | Half a wall, / is a ramp.
Asked about the cost, the minister replied: “High.”
 d the minister | replied | High.
When asked about the cost, he responded, “It is what it is.”
 d he | responded | It is what it is.
In a letter to parents, the school wrote: “Lessons resume on Monday.”
 d the school | wrote | Lessons resume on Monday.
Prime Minister Ewa Nowak posted on X: “We are listening.”
 d Prime Minister Ewa Nowak | posted | We are listening.
“We are listening,” tweeted Ewa Nowak, the prime minister.
 d Ewa Nowak, the prime minister | tweeted | We are listening,
The shipping line issued a press release of one sentence: “We regret the delay.”
 d The shipping line | issued | We regret the delay.
The answer came from Interior Minister Olga Brandt: “Because it was cheap.”
 d Interior Minister Olga Brandt | | Because it was cheap.
“We regret the delay,” read the statement of the company.
 d the statement of the company | read | We regret the delay,
“Late, then never, in that order,” was the verdict of Dr. Hal Moss, a pilot.
 d Dr. Hal Moss, a pilot | was the verdict of | Late, then never, in that order,
The captain condemned the search, “We were asleep. Nobody called us.”
 d The captain | condemned | We were asleep. Nobody called us.
“The nurse said, ‘Now you will hear,’” she remembered.
 d she | remembered | The nurse said, ‘Now you will hear,’
“I asked him,” she said. “He said, ‘Never.’”
 d she | said | I asked him, / He said, ‘Never.’
Lithuania and Poland voiced “full solidarity”.
 d Lithuania and Poland | voiced | full solidarity
“One,” said Ann Bell. “Two,” said Carl Dunn.
 d Ann Bell | said | One,
 d Carl Dunn | said | Two,
“We begin today,” the minister said.¶“We end in May.”
 d the minister | said | We begin today, / We end in May.
“We begin today,” the minister said. “There is no time.¶“We end in May.”
 d the minister | said | We begin today, / There is no time. / We end in May.
She said the plan was dead. “We will bury it on Friday.”
 m She | said | the plan was dead / We will bury it on Friday.
“A ship that waits,” Judge Nils Aho wrote, “is a ship that rusts.” He gave no date.
 d Judge Nils Aho | wrote | A ship that waits, / is a ship that rusts.
"Responsible is a word for later," snapped Grace Odum of the patients' group Breath.
 d Grace Odum of the patients' group Breath | snapped | Responsible is a word for later,
"And Mexico," he said to an enormous cheer, "will pay."
 d he | said | And Mexico, / will pay.
Under her post the union replied: "Good ears, slow hands."
 d the union | replied | Good ears, slow hands.
The judgment says: “A book may offend.”
 d The judgment | says | A book may offend.
“A book,” the judgment says, “may offend.”
 d the judgment | says | A book, / may offend.
He shrugged. “It rains everywhere,” he said.
 d he | said | It rains everywhere,
"""  # noqa: E501


@pytest.mark.parametrize(("line", "expected"), read_table(TABLE))
def test_direct_speech_has_its_speaker_and_all_its_pieces(line: str, expected: list[str]) -> None:
    text, found = find_in(line)
    assert list(describe(text, found)) == expected
