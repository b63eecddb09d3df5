"""Sentences as news writes them, each with all that is said and thought in it."""

import pytest
from attribution_cases import describe, find_in, read_table

TABLE = r"""
The finance ministry had put the price at 40 billion shillings in a draft seen by reporters. "Drafts are for the drawer," the ministry's principal secretary, Amina Kibet-Dahl, said. She would not say who wrote it.
 i The finance ministry | put | the price at 40 billion shillings in a draft seen by reporters
 d the ministry's principal secretary, Amina Kibet-Dahl | said | Drafts are for the drawer,
Economists were divided. "You cannot lease a beach forever," said Prof. Johan Mwangi, who chairs the department of public finance at Lakeside University and until last year advised the treasury. But Grace Njeri, a senior analyst at Harambee Capital, thinks the money would be better spent on ports.
 d Prof. Johan Mwangi | said | You cannot lease a beach forever,
 ~i Grace Njeri, a senior analyst at Harambee Capital | thinks | the money would be better spent on ports
"The island is not a handbag," the opposition leader, Peter Oduya, posted on his Facebook page, drawing 12,000 likes within an hour.
 d the opposition leader, Peter Oduya | posted | The island is not a handbag,
Fishermen on the island said they had not been consulted. "They asked the goats first," one of them, Hassan Bwana, 52, joked.
 i Fishermen on the island | said | they had not been consulted
 d one of them, Hassan Bwana | joked | They asked the goats first,
The government's chief adviser on land, Dr. Ruth Kamau, cautioned last week that a lease of 99 years could breach the constitution; the attorney general disagreed, arguing in a five-page memo that "a lease is not a sale, however long".
 i The government's chief adviser on land, Dr. Ruth Kamau | cautioned | a lease of 99 years could breach the constitution
 d the attorney general | arguing | a lease is not a sale, however long
It was unclear on Sunday whether the buyers would return. Their lawyer, reached by telephone, hung up.
A spokeswoman for the U.N. office in the city, speaking on background, described the affair as "a storm in a very expensive teacup" and stressed that the agency had no view.
 m A spokeswoman for the U.N. office in the city | described | the affair as "a storm in a very expensive teacup"
 i A spokeswoman for the U.N. office in the city | stressed | the agency had no view
Local media report that two ministers have threatened to resign. Neither returned calls.
 i Local media | report | two ministers have threatened to resign
The deal, critics say, was cooked up in a hotel. Supporters counter that hotels have the best kitchens.
 i critics | say | The deal / was cooked up in a hotel
 i Supporters | counter | hotels have the best kitchens
"Let them come," shouted a man in the front row; another yelled: "With boats!"
 d a man in the front row | shouted | Let them come,
 d another | yelled | With boats!
Wanga has since written to the fishermen, promising "a seat at the table and a fish on it".
 d Wanga | promising | a seat at the table and a fish on it
Meanwhile, the bank's governor reiterated her warning that debt was growing faster than tea.
 i the bank's governor | reiterated her warning | debt was growing faster than tea
The results of the survey, published on Tuesday, suggest that one in three islanders would move, and that most of them would go to the mainland.
 i The results of the survey | suggest | one in three islanders would move, and that most of them would go to the mainland
Germany's foreign office summoned the ambassador and expressed "deep concern" over the arrests, saying that it expected the men to be freed at once.
 m Germany's foreign office | expressed | "deep concern" over the arrests
 i Germany's foreign office | saying | it expected the men to be freed at once
"There will be no talks," Foreign Minister Lena Abt said, "until the last man is home." Her Kenyan colleague replied that he was ready to talk, but not to be lectured.
 d Foreign Minister Lena Abt | said | There will be no talks, / until the last man is home.
 i Her Kenyan colleague | replied | he was ready to talk, but not to be lectured
The court ruled that the sale was void. In her judgment, Justice Wanjiru Osei wrote that the state "may not sell what it merely keeps".
 i The court | ruled | the sale was void
 m Justice Wanjiru Osei | wrote | the state "may not sell what it merely keeps"
The attorney general disagreed; the mayor, arguing in a memo that "a lease is no sale", sued.
 d the mayor | arguing | a lease is no sale
The drug works in mice, researchers report in this week's issue of Cell Notes. "We were surprised," says lead author Mei Tan of the Straits Institute. "Mice are easily surprised, too."
 i researchers | report | The drug works in mice
 d lead author Mei Tan of the Straits Institute | says | We were surprised, / Mice are easily surprised, too.
Health Secretary Paul Ode said in a statement: "No one will be turned away. We owe them that."
 d Health Secretary Paul Ode | said | No one will be turned away. We owe them that.
The WHO's regional director, Dr. Ana Brook, said she was "deeply worried" and that the outbreak was spreading faster than expected.
 m The WHO's regional director, Dr. Ana Brook | said | she was "deeply worried" and that the outbreak was spreading faster than expected
"This is not a recession," argues Tim Hale, chief economist at Northbank. "It is a nap."
 d Tim Hale, chief economist at Northbank | argues | This is not a recession, / It is a nap.
In a post on Bluesky, the company apologised for "a bad day at the office".
 m the company | apologised | for "a bad day at the office"
The company has denied wrongdoing. Its lawyers have argued that the contract was void from the start.
 i The company | denied | wrongdoing
 i Its lawyers | argued | the contract was void from the start
But Kiran Rao, who led the inquiry, insists the figures are sound. "I counted them myself," he told the BBC.
 i Kiran Rao | insists | the figures are sound
 d he | told | I counted them myself,
MPs voted 312 to 280 to reject the bill. Speaking after the vote, Labour's Dan Price accused ministers of "governing by shrug".
 m Labour's Dan Price | accused | ministers of "governing by shrug"
The Supreme Court on Friday upheld the ban, saying that lower courts had misread the law.
 i The Supreme Court | saying | lower courts had misread the law
He described himself as "a plumber with opinions".
 m He | described | himself as "a plumber with opinions"
The mayor's office confirmed the visit but declined to say whether she would attend.
 i The mayor's office | confirmed | the visit
 ~i The mayor's office | declined | to say whether she would attend
Police said a 34-year-old man had been arrested on suspicion of arson and remained in custody.
 i Police | said | a 34-year-old man had been arrested on suspicion of arson and remained in custody
"We do not comment on leaks," a Commission spokesperson said. An EU diplomat was blunter: "It is a mess."
 d a Commission spokesperson | said | We do not comment on leaks,
 d An EU diplomat | | It is a mess.
The Foreign Ministry of Japan announced that Vice-Minister Okano would visit Seoul on the 5th.
 i The Foreign Ministry of Japan | announced | Vice-Minister Okano would visit Seoul on the 5th
Mr. Okano told reporters, "We will proceed step by step," and indicated the intention to meet again within the year.
 d Mr. Okano | told | We will proceed step by step,
 i Mr. Okano | indicated the intention | to meet again within the year
Prime Minister Sato emphasized the importance of dialogue and expressed his gratitude for the warm welcome.
 i Prime Minister Sato | emphasized | the importance of dialogue
 i Prime Minister Sato | expressed his gratitude | for the warm welcome
The two ministers concurred on the need to strengthen ties and agreed to meet again in spring.
 i The two ministers | concurred | on the need to strengthen ties
 i The two ministers | agreed | to meet again in spring
On the other hand, a government source revealed that "there was no progress at all" on the islands.
 m a government source | revealed | "there was no progress at all" on the islands
As one veteran put it: "You do not salute a spreadsheet."
 d one veteran | put it | You do not salute a spreadsheet.
“I’m told that’s the plan,” he says, shrugging. “I’m told a lot of things.”
 d he | says | I’m told that’s the plan, / I’m told a lot of things.
The report, by the think-tank Horizon, says that a third of schools lack heating, that half lack books and that none has a pool.
 i The report | says | a third of schools lack heating, that half lack books and that none has a pool
Not so, said Bianchi: the tunnel was never closed.
 i Bianchi | said | Not so / the tunnel was never closed
The port is "a patient with a pulse but no plan," according to a leaked audit by the consultancy Brevik & Sons.
 m a leaked audit by the consultancy Brevik & Sons | according to | The port is "a patient with a pulse but no plan,"
“My fear,” Dr Sundaram said, “is that we will find out in winter”, when the tanks are empty.
 d Dr Sundaram | said | My fear, / is that we will find out in winter
Ms Ferreira, the deputy mayor, who has lived in the district since 1998, said on Wednesday evening in an interview with Radio Sul that she would not run again.
 i Ms Ferreira, the deputy mayor | said | she would not run again
The army chief, Gen. Luis Prado, blamed "outside hands" for the blast; the rebels, in a message read on the radio, blamed the army chief.
 m The army chief, Gen. Luis Prado | blamed | "outside hands" for the blast
 i the rebels | blamed | the army chief
Asked by lawmakers whether the dam could burst, Energy Minister Tomasz Wilk answered that everything could.
 i Energy Minister Tomasz Wilk | answered | everything could
“The glacier does not negotiate”, Professor Elín Marsdóttir, of the University of Akureyri, told a half-empty hall.
 d Professor Elín Marsdóttir | told | The glacier does not negotiate
"We're open," Said Barakat, the café's owner, said. "We're always open."
 d Said Barakat, the café's owner | said | We're open, / We're always open.
The ministry has repeatedly stated that it will not comment on individual cases.
 i The ministry | stated | it will not comment on individual cases
It is, he adds, the first time that anyone has asked.
 i he | adds | It is / the first time that anyone has asked
There was, the inspector found, no fire door on the third floor.
 i the inspector | found | There was / no fire door on the third floor
What the village needs, insists its priest, Fr. Damian Kos, is a doctor and not a statue.
 i its priest, Fr. Damian Kos | insists | What the village needs / is a doctor and not a statue
The union's lawyer told the tribunal in Leeds on Thursday: "My client was hired to drive, not to kneel."
 d The union's lawyer | told | My client was hired to drive, not to kneel.
A note pinned to the door read: "Closed for ever, or until Monday."
 d A note pinned to the door | read | Closed for ever, or until Monday.
The company did say that refunds would be paid within a week.
 i The company | say | refunds would be paid within a week
Local officials, who asked not to be named because they were not allowed to speak to the press, said at least 12 houses had been swept away.
 i Local officials | said | at least 12 houses had been swept away
The strike, which the union says has the backing of 90 percent of members, begins on Friday.
 i the union | says | has the backing of 90 percent of members
Voters were told the count would take days.
He was quoted by the daily Il Faro as saying the bridge "sings before it breaks".
 m He | saying | the bridge "sings before it breaks"
The pact was hailed by the prime minister as "a bridge over a very long river".
 m the prime minister | hailed | The pact / as "a bridge over a very long river"
The bishop said he prayed for the victims and asked the faithful to give blood.
 i The bishop | said | he prayed for the victims
 i The bishop | asked | the faithful to give blood
Her office issued a statement saying that she had paid the fine.
 i Her office | saying | she had paid the fine
The survey of 2,000 households showed that one in three had cut back on heating.
 i The survey of 2,000 households | showed | one in three had cut back on heating
The central bank's deputy governor, Ayşe Demir-Kaya, signalled that rates would stay where they were "until the dust has an address".
 m The central bank's deputy governor, Ayşe Demir-Kaya | signalled | rates would stay where they were "until the dust has an address"
"No," he said. "Never." Then he left.
 d he | said | No, / Never.
According to him, nothing had been signed.
 i him | According to | nothing had been signed
The prosecutor alleges the mayor knew.
 i The prosecutor | alleges | the mayor knew
Witnesses described hearing a bang and then "a kind of singing".
 m Witnesses | described | hearing a bang and then "a kind of singing"
"¡No pasarán!" one banner read.
 d one banner | read | ¡No pasarán!
The deal was praised by the union.
 i the union | praised | The deal
Citing a lack of funds, the mayor told reporters the fair was off.
 i the mayor | Citing | a lack of funds
 i the mayor | told | the fair was off
Warning of floods, the agency said it had closed two dams.
 i the agency | Warning of | floods
 i the agency | said | it had closed two dams
The men, accusing the firm of fraud, sued.
 i The men | accusing | the firm of fraud
She has called on the council to resign.
 i She | called on | the council to resign
He was said to be ill.
 ~i | was said | He / to be ill
“Fantastic!” a boy in the crowd hollered.
 d a boy in the crowd | hollered | Fantastic!
The review by the port, which the minister had commissioned, states that the piles are rotten.
 i The review by the port | states | the piles are rotten
The mayor, as one columnist put it, blamed the weather.
 i one columnist | put it | The mayor / blamed the weather
He said at least three people had died.
 i He | said | at least three people had died
He said if the rain came, the dam would hold.
 i He | said | if the rain came, the dam would hold
He said because the dam was old, nobody trusted it.
 i He | said | because the dam was old, nobody trusted it
They say it'll hold.
 i They | say | it'll hold
An inspector who asks for a pass will get a pass.
The firm's chairman, its two deputies and the auditor said the books were clean.
 i The firm's chairman, its two deputies and the auditor | said | the books were clean
The clerk, the guard and the cook said they saw nothing.
 i The clerk, the guard and the cook | said | they saw nothing
The minister — a former teacher — said the schools would open.
 i The minister | said | the schools would open
"A house," wrote the poet; "A home," replied the banker.
 d the poet | wrote | A house,
 d the banker | replied | A home,
The plan announced on Monday by the port will cost jobs.
The council recommended that the dam be closed.
 i The council | recommended | the dam be closed
The judge held that the law was void.
 i The judge | held | the law was void
The ministry says the data, which it collected in May, are sound.
 i The ministry | says | the data, which it collected in May, are sound
The doctor told him he would live.
 i The doctor | told | he would live
The doctor reminded them that smoking kills.
 i The doctor | reminded | smoking kills
The doctor advised her not to smoke.
 i The doctor | advised | her not to smoke
The trainer told the Evening Post, a local paper, that the horse was fine.
 i The trainer | told | the horse was fine
It is not true, the minister said, that the dam leaks.
 i the minister | said | It is not true / that the dam leaks
The figures show that half of the dams leak.
 i The figures | show | half of the dams leak
Voters were promised a new dam.
In a joint statement, the two governments welcomed the truce and urged all sides to keep it.
 i the two governments | welcomed | the truce
 i the two governments | urged | all sides to keep it
Work went on after a warning from the harbour master that the quay would sink.
 i the harbour master | warning | the quay would sink
The firm left with a promise from Mayor Ada Brandt, a former clerk, that nobody would be moved.
 i Mayor Ada Brandt, a former clerk | promise | nobody would be moved
A plea by the villagers to "leave the lake alone" went unheard.
 m the villagers | plea | to "leave the lake alone"
A call from the mayor to the police came late.
The claim by the port was paid that year.
The clerk placed the number of empty flats at nearly ninety.
 i The clerk | placed | the number of empty flats at nearly ninety
Her members, who call the late payment "moonlight money", walked out.
Her members, who call the late payment "an insult to labour", walked out.
 m Her members | call | the late payment "an insult to labour"
Her members, who called the late payment "theft", walked out.
 m Her members | called | the late payment "theft"
Three states, the official disclosed on condition of anonymity, had signalled they could go further.
 i the official | disclosed | Three states / had signalled they could go further
In May, the official said on condition of anonymity, the dam leaked.
 i the official | said | In May / the dam leaked
The minister said for the first time, the dam was unsafe.
 i The minister | said | for the first time, the dam was unsafe
He brushed aside as "coffee talk" reports of a leak.
 m He | brushed aside | as "coffee talk" reports of a leak
A clerk relayed that the boats were late.
 i A clerk | relayed | the boats were late
The embassy in Lima referred to the strike as "a family matter".
 m The embassy in Lima | referred to | the strike as "a family matter"
The captain, who was not hurt, said: "We saw nothing."
 d The captain | said | We saw nothing.
She was quoted as saying that the dam “will outlive us”.
 m She | saying | the dam “will outlive us”
The captain went no further than saying, "We will see."
 d The captain | saying | We will see.
"The dam will hold," said a report by the auditor that was published on Friday.
 d a report by the auditor | said | The dam will hold,
"The dam will hold, and that is all," he began.
 d he | began | The dam will hold, and that is all,
Her answer: "The dam will hold."
 d Her | | The dam will hold.
"""  # noqa: E501


@pytest.mark.parametrize(("line", "expected"), read_table(TABLE))
def test_sentence_of_news_gives_all_its_attributions(line: str, expected: list[str]) -> None:
    text, found = find_in(line)
    assert list(describe(text, found)) == expected
