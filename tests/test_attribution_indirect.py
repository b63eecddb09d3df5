"""Indirect and mixed speech: frames of verbs, nouns and phrases, and where contents end."""

import pytest
from attribution_cases import describe, find_in, read_table

CLAUSES = """
The minister said that the bridge was safe.
 i The minister | said | the bridge was safe
The minister said the bridge was safe.
 i The minister | said | the bridge was safe
The minister said on Monday that the bridge was safe.
 i The minister | said | the bridge was safe
The minister told reporters in Oslo on Monday that the bridge was safe.
 i The minister | told | the bridge was safe
The minister told parliament she had crossed the bridge.
 i The minister | told | she had crossed the bridge
In its harbour and transport paper revised in May, Norway raised the port's rank and stressed that the bridge was safe.
 i Norway | stressed | the bridge was safe
The bridge was safe, the minister said.
 i the minister | said | The bridge was safe
The bridge was safe, said the minister, who crossed it.
 i the minister | said | The bridge was safe
The bridge, the minister said, was safe.
 i the minister | said | The bridge / was safe
The bridge was safe, warned Rosa Winkler-Stein, who built it and today runs the port.
 i Rosa Winkler-Stein | warned | The bridge was safe
Some 400 jobs will go by summer, Lena Duarte, an analyst at the brokerage Post & Hill, reckons.
 i Lena Duarte, an analyst at the brokerage Post & Hill | reckons | Some 400 jobs will go by summer
Prof. Marek Dudek of the University of Gdynia, who advises the port, warned that the piles were rotting.
 i Prof. Marek Dudek of the University of Gdynia | warned | the piles were rotting
Anna Bell, a professor at Harrow College, noted that the piles were rotting.
 i Anna Bell, a professor at Harrow College | noted | the piles were rotting
A spokesman for the Ministry of Works, Jan Kolb, confirmed that a case had been opened, but gave no names.
 i A spokesman for the Ministry of Works, Jan Kolb | confirmed | a case had been opened
Norway and Sweden announced they would rebuild the bridge.
 i Norway and Sweden | announced | they would rebuild the bridge
Two officials of the bank, who were not allowed to speak, said the fund would close in May.
 i Two officials of the bank | said | the fund would close in May
A study by the Baltic Institute found that one bridge in four is rotten.
 i A study by the Baltic Institute | found | one bridge in four is rotten
A study commissioned by the port and carried out by the Baltic Institute reckoned in June that every closure costs a fortune.
 i A study commissioned by the port and carried out by the Baltic Institute | reckoned | every closure costs a fortune
In June, a report by the auditor had revealed that half of the piles were hollow.
 i a report by the auditor | revealed | half of the piles were hollow
In its report Marlow Dean, the ratings firm, forecast that debt would fall.
 i Marlow Dean, the ratings firm | forecast | debt would fall
She pointed out that no one had asked.
 i She | pointed out | no one had asked
He made known that a protest had been lodged.
 i He | made known | a protest had been lodged
Later, Mendes let slip that the deal was done.
 i Mendes | let slip | the deal was done
He added that he, too, was tired.
 i He | added | he, too, was tired
As the Gazette noted, the bridge had never been tested.
 i the Gazette | noted | the bridge had never been tested
The two sides came to a shared understanding that one road is a weakness.
 i The two sides | came to a shared understanding | one road is a weakness
He estimated that the repair would take a year, adding that rain could double it.
 i He | estimated | the repair would take a year
 i He | adding | rain could double it
The committee of engineers in Bergen, which met twice, concluded that the bridge should close.
 i The committee of engineers in Bergen | concluded | the bridge should close
Nothing in it, he added, had been bought in a shop.
 i he | added | Nothing in it / had been bought in a shop
The mayor was warned. The engineer’s office later said it had sent three letters.
 i The engineer’s office | said | it had sent three letters
It was announced by the palace that the king would rest.
 i the palace | announced | the king would rest
Residents say the water smells.
 i Residents | say | the water smells
Critics of the plan argue that it is too dear.
 i Critics of the plan | argue | it is too dear
The minister has said the bridge is safe.
 i The minister | said | the bridge is safe
The government is promising to rebuild the bridge.
 i The government | promising | to rebuild the bridge
"""  # noqa: E501

COMPLEMENTS = """
He denied any fault.
 i He | denied | any fault
He denied having ordered the closure.
 i He | denied | having ordered the closure
The minister urged growers to honour their contracts.
 i The minister | urged | growers to honour their contracts
The union accused the port of sleeping on watch.
 i The union | accused | the port of sleeping on watch
The union called for the manager to be dismissed.
 i The union | called for | the manager to be dismissed
The advocate asked for a stay of six weeks.
 i The advocate | asked for | a stay of six weeks
The judge described the plan as broad but weak.
 i The judge | described | the plan as broad but weak
He predicted an appeal.
 i He | predicted | an appeal
She put the cost at $9 million.
 i She | put | the cost at $9 million
The analyst gave the chance of a strike as one in five.
 i The analyst | gave | the chance of a strike as one in five
The party vowed to take the matter to court.
 i The party | vowed | to take the matter to court
Both ministers promised each other to hold talks twice a year.
 i Both ministers | promised | to hold talks twice a year
She wondered whether the bridge would hold.
 i She | wondered | whether the bridge would hold
She wanted to know why the bid had failed.
 i She | wanted to know | why the bid had failed
Its author, Ada Prim-Lowe, warned against taking the truce for peace.
 i Its author, Ada Prim-Lowe | warned | against taking the truce for peace
He made clear his intention to provide cranes as aid.
 i He | made clear | his intention to provide cranes as aid
The health ministry, in a circular to all clinics, asked patients to come forward.
 i The health ministry | asked | patients to come forward
He brushed aside the report as a fable.
 i He | brushed aside | the report as a fable
The court's ruling was criticised by the bishops.
 i the bishops | criticised | The court's ruling
"""

NOUNS_AND_PHRASES = """
According to the harbour office, two of the four cranes fell.
 i the harbour office | According to | two of the four cranes fell
Two of the four cranes fell, according to the harbour office.
 i the harbour office | according to | Two of the four cranes fell
Two of them, according to a guard who asked not to be named, had been sold.
 i a guard | according to | Two of them / had been sold
The share is one in six, according to the centre's director, Prof. Hugo Lind.
 i the centre's director, Prof. Hugo Lind | according to | The share is one in six
In the view of the historian Ada Prim, the treaty was a draft.
 i the historian Ada Prim | In the view of | the treaty was a draft
The treaty was a draft, in the words of Ada Prim.
 i Ada Prim | in the words of | The treaty was a draft
By the reckoning of the union, 300 jobs are gone.
 i the union | By the reckoning of | 300 jobs are gone
She voiced concern that the toll may rise.
 i She | voiced concern | the toll may rise
Mr. Otis Fenn expressed the view that the pact may grow.
 i Mr. Otis Fenn | expressed the view | the pact may grow
The two leaders shared the recognition that talks are needed.
 i The two leaders | shared the recognition | talks are needed
The agency showed the view that no alarm was needed.
 i The agency | showed the view | no alarm was needed
"""

MIXED = """
The palace said the fee was “a price, not a principle.”
 m The palace | said | the fee was “a price, not a principle.”
She called the paperwork “the thinnest I have seen”.
 m She | called | the paperwork “the thinnest I have seen”
The ministry rejected the charge as “a duet for one voice.”
 m The ministry | rejected | the charge as “a duet for one voice.”
The savings, she cautioned, must not be “eaten at the party.”
 m she | cautioned | The savings / must not be “eaten at the party.”
Rain, the forecaster Ulla Berg said, “will come on Friday”.
 m the forecaster Ulla Berg | said | Rain / “will come on Friday”
The envoy had been misquoted, her spokeswoman, Tilda Marsh, hastened to say, “and not well.”
 m her spokeswoman, Tilda Marsh | say | The envoy had been misquoted / “and not well.”
The agency North Wire quoted Deputy Minister Pavel Oru as saying that the piano “was a gift.”
 m Deputy Minister Pavel Oru | saying | the piano “was a gift.”
Bans are “the last form of flattery,” in the words of Sam Ode, a retired judge.
 m Sam Ode, a retired judge | in the words of | Bans are “the last form of flattery,”
The council said it “has not objected” to the plan.
 m The council | said | it “has not objected” to the plan
The minister said the book “The Long Pier” was dull.
 i The minister | said | the book “The Long Pier” was dull
"""

TWO_CUES = """
He denied the charge and accused the port of lying.
 i He | denied | the charge
 i He | accused | the port of lying
She promised a new pier and joked that the old one was older than her.
 i She | promised | a new pier
 i She | joked | the old one was older than her
He said the wall was safe, and they condemned the delay.
 i He | said | the wall was safe
 i they | condemned | the delay
The party vowed to sue, and its leader, Ola Berg, wrote on X: “See you there.”
 i The party | vowed | to sue
 d its leader, Ola Berg | wrote | See you there.
The firm, which says the true figure is $6 million, called hers “fiction”.
 i The firm | says | the true figure is $6 million
 m The firm | called | hers “fiction”
"""

RELATIVES = """
The pills, which the ministry says will be free, are pink.
 i the ministry | says | will be free
The envoy, whom the service says it had watched since May, had a season ticket.
 i the service | says | it had watched since May
The toll is collected by the operator, Delta Piers, which says it needs the money.
 i the operator, Delta Piers | says | it needs the money
The charge had been made by Ida Voss, who said roads had lost half of their money.
 i Ida Voss | said | roads had lost half of their money
It was a price that the firm dismissed as “small change”.
 d the firm | dismissed | small change
"""

WORKS = """
In May he released a book titled “Ferry Lights”.
The council released a statement headed “Not Now.”
He praised a study titled “Ferry Lights.”
 m He | praised | a study titled “Ferry Lights.”
"""

TABLES = WORKS + CLAUSES + COMPLEMENTS + NOUNS_AND_PHRASES + MIXED + TWO_CUES + RELATIVES


@pytest.mark.parametrize(("line", "expected"), read_table(TABLES))
def test_reported_speech_has_its_speaker_and_its_words(line: str, expected: list[str]) -> None:
    text, found = find_in(line)
    assert list(describe(text, found)) == expected
