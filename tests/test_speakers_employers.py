"""The body that somebody works for, and what is none."""

import pytest
from test_speakers_resolution import speakers_of

CASES = {
    "a think tank behind the city it sits in": (
        "[Bo Lind, who is now a fellow at the Lima think tank Clear Water,] said locks leak.",
        "fellow",
        "Clear Water",
    ),
    "the desk of a think tank": (
        "[Bo Lind, a former member of the council who now heads the harbour desk of the think tank "
        "Lowland Policy Forum,] said locks leak.",
        "heads the harbour desk",
        "Lowland Policy Forum",
    ),
    "a field of work": (
        "Weirco met. [Weirco's head of trust, Bo Lind,] said locks leak.",
        "head of trust",
        "Weirco",
    ),
    "a chief of police": (
        "[Bo Lind, chief of police in Skarvik,] said locks leak.",
        "chief",
        "police",
    ),
    "where somebody works the land": (
        "[Bo Lind, a farm labourer in Gadmoor,] said locks leak.",
        "farm labourer",
        None,
    ),
    "where somebody lives": ("[Bo Lind, a tenant in Melmoor,] said so.", "tenant", None),
    "a clause behind a name describes nobody": (
        "[Bo Lind, who teaches tide law at Lowland University,] points out that no Lowland "
        "engineer had seen it.",
        "teaches tide law",
        "Lowland University",
    ),
    "the mission of a body": (
        "The tide mission of the Lowland Organization met. "
        "[Bo Lind, who heads the mission,] said so.",
        "heads the mission",
        "Lowland Organization",
    ),
    "an occupation": (
        "[Bo Lind, a geophysicist at the Lowland Institute in Telmo,] said so.",
        "geophysicist",
        "Lowland Institute",
    ),
    "a spokeswoman of a movement": (
        "[Clear Vest Lokka spokeswoman Tove Lund] said locks leak.",
        "spokeswoman",
        "Clear Vest Lokka",
    ),
    "a spokeswoman of a person": (
        "Ana Ruiz met voters. [Ana Ruiz spokeswoman Tove Lund] said so.",
        "Ana Ruiz spokeswoman",
        None,
    ),
    "the noun of an unnamed source": (
        "[An economist who works for the Lima think tank Clear Water] said locks leak.",
        "economist",
        "Clear Water",
    ),
    "where somebody rides": (
        "[Tove Lund, who rides in Skarmoor,] said locks leak.",
        "rides in Skarmoor",
        None,
    ),
    "the founder of a group": (
        "[Tove Lund, who started the group Keep Weir Open,] said locks leak.",
        None,
        "Keep Weir Open",
    ),
    "a starter of no group": ("[Tove Lund, who started the Weir fire,] said so.", None, None),
    "the largest of its kind is a body": (
        "Clear Réunie, the country's largest operator, will hire. [Its chief executive, "
        "Bo Lind,] said so.",
        "chief executive",
        "Clear Réunie",
    ),
    "a trade that few articles name": (
        "[Bo Lind, a hydrogeologist at the Weir Institute,] said locks leak.",
        "hydrogeologist",
        "Weir Institute",
    ),
    "a trade that is a surname": ("[Ana Gardener] said locks leak.", None, None),
    "the vicar of a parish": ("[Bo Lind, the vicar of Skarmoor,] said so.", "vicar", "Skarmoor"),
    "what somebody does at present": (
        "[Bo Lind, formerly a clerk of the Lock Board and at present a fellow at the Weir "
        "Institute,] said so.",
        "fellow",
        "Weir Institute",
    ),
    "a rank before a name behind an apposition": (
        "The head of the lock patrol at Weir Council, [Captain Bo Lind], counted three boats.",
        "head of the lock patrol",
        "Weir Council",
    ),
    "a subject that is no apposition": (
        "The head of the lock patrol, [Bo Lind] said, was late.",
        None,
        None,
    ),
    "an owner before an apposition": (
        "Weir Council's lead negotiator on dykes, [Norwegian engineer Bo Lind], said so.",
        "lead negotiator on dykes",
        "Weir Council",
    ),
    "a firm behind its noun": (
        "[Bo Lind, foreman for the contractor, Clear Trenching,] said so.",
        "foreman",
        "Clear Trenching",
    ),
    "a list behind the noun of a firm": (
        "[Bo Lind, foreman for the contractor, Ana Ruiz and Tove Lund] said so.",
        "foreman for the contractor",
        None,
    ),
    "a region that tells a field": (
        "[Bo Lind, head of Asia freight strategy at Norbank Securities,] said so.",
        "head of Asia freight strategy",
        "Norbank Securities",
    ),
    "a portfolio of two words": (
        "[Bo Lind, the minister for Locks and Tides,] said so.",
        "minister for Locks and Tides",
        None,
    ),
    "whom an advocate appears for": (
        "Appearing for the Weir Collective, [senior advocate Bo Lind] said so.",
        "senior advocate",
        "Weir Collective",
    ),
    "whose spokesman speaks": (
        "On behalf of the Weir Guild, [Bo Lind] said so.",
        None,
        "Weir Guild",
    ),
    "what somebody appears before": ("Appearing at the Weir Guild, [Bo Lind] said so.", None, None),
    "a firm of one's own": (
        "[Ana Ruiz, whose firm Clear Solar makes lamps,] said so.",
        None,
        "Clear Solar",
    ),
    "the members of a body": (
        "[The Weir Alliance, whose members run nine locks in the bloc,] said so.",
        None,
        None,
    ),
    "where somebody farms": (
        "[Ana Ruiz, who farms two acres at Skarmoor,] said so.",
        "farms two acres",
        None,
    ),
    "a seat that a title comes with": (
        "[Councilwoman Ana Ruiz, who represents the Flats,] said so.",
        "Councilwoman",
        None,
    ),
    "whom a candidate runs for": (
        "[Ana Ruiz, a retired teacher who is running for the Growers' Bloc,] said so.",
        "teacher",
        "Growers' Bloc",
    ),
    "a former office of a body in small letters": (
        "[Ana Ruiz, a former town council clerk who is now with the Weir Institute,] said so.",
        "town council clerk",
        "Weir Institute",
    ),
    "a secretary in the cabinet": (
        "Norway is wet. [Ana Ruiz, the Norwegian cabinet secretary for health,] said so.",
        "cabinet secretary for health",
        "Norway",
    ),
    "a numbered lodge": (
        "[Bo Lind, president of Lodge 7 of the Weir Drivers Association,] said so.",
        "president",
        "Lodge 7 of the Weir Drivers Association",
    ),
    "a noun that opens a sentence": (
        "[Finance director Bo Lind] said so.",
        "Finance director",
        None,
    ),
    "a form of address inside a long title": (
        "Rain fell in Norway. [Minister for Tide Control Ms. Ane Ruud] said so.",
        "Minister for Tide Control",
        "Norway",
    ),
    "where somebody speaks is no description": (
        "[Bo Lind, at a press conference after the Council meeting,] said so.",
        None,
        None,
    ),
    "a hyphen in an office": (
        "[Bo Lind, a former member-secretary of the Lock Board who is now a fellow at the Weir "
        "Institute,] said so.",
        "fellow",
        "Weir Institute",
    ),
    "mines that are no verb": (
        "[The minister of Energy and Mines, Bo Lind,] said so.",
        "minister of Energy and Mines",
        None,
    ),
    "an apposition in the middle of a sentence": (
        "After noon, the commander of the police in the zone, [Colonel Bo Lind], counted three.",
        "commander",
        "police",
    ),
    "what a body is before its name": ("[The charity Clear Weir] said so.", "charity", None),
    "a description and name of a body": (
        "[The concessionaire, Clear Andes, of Norwegian capital,] said so.",
        "concessionaire",
        None,
    ),
    "a diplomat from far off": ("[A Western diplomat in Maputo] said so.", "diplomat", None),
    "counsel before a comma": (
        "Counsel to the inquiry, [Ana Ruiz], said so.",
        "Counsel to the inquiry",
        None,
    ),
    "a region of a body's coordinator": (
        "The Weir Trust met. [Its Africa coordinator, Bo Lind,] said so.",
        "coordinator",
        "Weir Trust",
    ),
    "a region behind an office": (
        "[The Weir Organization's director for Africa, Bo Lind,] said so.",
        "director",
        "Weir Organization",
    ),
    "a trade in a kind of house": (
        "[Ana Ruiz, a primary school teacher in Skarvik,] said so.",
        "primary school teacher",
        None,
    ),
    "a state secretary": (
        "[Ana Ruiz, state secretary in the Ministry of Tides,] said so.",
        "state secretary",
        "Ministry of Tides",
    ),
    "a noun and where it teaches": (
        "[Ana Ruiz, a hydrologist who teaches at Weir University,] said so.",
        "hydrologist",
        "Weir University",
    ),
    "who led a study": (
        "[Ana Ruiz, who led the trial at Weir University,] said so.",
        "led the trial",
        "Weir University",
    ),
    "a director whose museum is named before": (
        "The Weir Museum paid. “It is cheap,” [said Bo Lind, the director].",
        "director",
        "Weir Museum",
    ),
    "an office at the head of a sentence": (
        "Rain fell in Norway, and housing is dear. [Housing Minister Bo Lind] said so.",
        "Housing Minister",
        "Norway",
    ),
    "work told behind the place": (
        "Ana Ruiz came from the Weir Institute in Lund, where she studies ice. [Ruiz] said so.",
        "studies ice",
        "Weir Institute",
    ),
    "no work behind the place": (
        "Ana Ruiz came from the Weir Institute in Lund, where she lost a shoe. [Ruiz] said so.",
        None,
        None,
    ),
    "one of them": (
        "Lock Board engineers came to Skarvik. [One of them] said so.",
        "engineer",
        "Lock Board",
    ),
    "one of nobody": ("It rained in Skarvik. [One of them] said so.", None, None),
    "a second one": (
        "A Lock Board engineer came. [A second engineer there] said so.",
        "engineer",
        "Lock Board",
    ),
    "officials of a state in the dateline": (
        "SKARVIK, Ohio — Rain fell. [State regulators] said so.",
        "regulators",
        "Ohio",
    ),
    "what a trade is of": ("[Alpine guide Bo Lind] said so.", "Alpine guide", None),
    "whose campaigner somebody is": (
        "[Clearwatch campaigner Bo Lind] said so.",
        "campaigner",
        "Clearwatch",
    ),
    "of a body between commas": (
        "[Bo Lind, of the Weir Laboratory,] said so.",
        None,
        "Weir Laboratory",
    ),
    "of a place between commas": ("[Bo Lind, of Skarvik,] said so.", None, None),
    "a party before a councillor": ("[Labour councillor Bo Lind] said so.", "councillor", "Labour"),
    "a department of labour": (
        "Rain fell in Norway. [Labour Minister Bo Lind] said so.",
        "Labour Minister",
        "Norway",
    ),
    "a country in two capitals": (
        "[US Commerce Secretary Bo Lind] said so.",
        "Commerce Secretary",
        "US",
    ),
    "a paper somebody writes in": (
        "[Critic Bo Lind, writing in the Weir Gazette,] said so.",
        "Critic",
        "Weir Gazette",
    ),
    "a guild before its president": (
        "[Lock Guild President Bo Lind] said so.",
        "President",
        "Lock Guild",
    ),
    "a founder who organises": (
        "[Organizer Bo Lind, who co-founded the Weir Alliance,] said so.",
        "Organizer",
        "Weir Alliance",
    ),
    "a firm of one word": ("[The consultancy Norwatch] said so.", "consultancy", None),
    "a union of men": (
        "[Captain Bo Lind of the Seamen's Federation] said so.",
        "Captain",
        "Seamen's Federation",
    ),
    "some of those just named": (
        "Lock Board engineers came to Skarvik. [Some] said so.",
        "engineers",
        "Lock Board",
    ),
    "whom lawyers are for": ("[Lawyers for the growers] said so.", None, None),
    "what somebody retired as": (
        "[Bo Lind, who retired as the harbour's chief warden,] said so.",
        "chief warden",
        None,
    ),
    "a prefix that tells of what": (
        "[Anti-flood campaigner Bo Lind] said so.",
        "Anti-flood campaigner",
        None,
    ),
    "a noun that tells of what": ("[School inspector Bo Lind] said so.", "inspector", "School"),
    "schools that tell of what": ("[Schools minister Bo Lind] said so.", "Schools minister", None),
    "a district that tells of what": (
        "[District magistrate Bo Lind] said so.",
        "District magistrate",
        None,
    ),
    "a police spokesman of rank": (
        "[Police spokesperson Brigadier Bo Lind] said so.",
        "Police spokesperson Brigadier",
        "police",
    ),
    "a group of many": ("[Parents' group chair Ana Ruiz] said so.", "chair", "Parents' group"),
    "whom an advocate behind a name appears for": (
        "[Advocate Bo Lind, appearing for the Weir Collective,] said so.",
        "Advocate",
        "Weir Collective",
    ),
    "a party named before": (
        "The Clear Weir Party met. [Party chair Ana Ruiz] said so.",
        "chair",
        "Clear Weir Party",
    ),
    "a party of no name": ("It rained. [Party chair Ana Ruiz] said so.", "chair", None),
    "a ward of no name": ("[Ward sister Ana Ruiz] said so.", "sister", None),
    "a university in another tongue": (
        "[Ana Ruiz of the Universidad del Valle,] said so.",
        None,
        "Universidad del Valle",
    ),
    "what somebody does behind the name": (
        "[Judge Ana Ruiz, heading a bench with Justice Bo Lind,] said so.",
        "Judge",
        None,
    ),
    "a research company": (
        "It rained, and [Norwatch, a private research company,] said so.",
        "private research company",
        None,
    ),
    "a region of two words behind an office": (
        "[The Weir Organization's adviser for South Asia, Bo Lind,] said so.",
        "adviser",
        "Weir Organization",
    ),
    "a miner that is a firm": (
        "Norway's state miner, Cobrenor, met. [Its chairman, Bo Lind,] said so.",
        "chairman",
        "Cobrenor",
    ),
    "where somebody comes from": (
        "[Bo Lind, a retired quarryman from Skarmoor,] said so.",
        "quarryman",
        None,
    ),
    "the body somebody comes from": (
        "[Bo Lind, a researcher from Clearwatch,] said so.",
        "researcher",
        "Clearwatch",
    ),
    "a market somebody trades at": (
        "[Ana Ruiz, a trader at Skarmoor market,] said so.",
        "trader",
        None,
    ),
    "a clinic of one's own": (
        "[Cardiologist Ana Ruiz, who runs a clinic in Skarvik,] said so.",
        "Cardiologist",
        None,
    ),
    "what a scholar studies": (
        "[Marine toxicologist Ana Ruiz, a professor at Weir University,] said so.",
        "professor",
        "Weir University",
    ),
    "an apposition of a body": (
        "[Ana Ruiz of the Weir Institute, a research group in Skarvik,] said so.",
        None,
        "Weir Institute",
    ),
}
DOCUMENTS = {
    "who has seen a draft": ("[A draft seen by the Weir Post] said so.", None),
    "who has drafted it": ("[A draft written by the Weir Council] said so.", "Weir Council"),
    "a time behind the body": (
        "The Weir Institute met. [A study published by the institute last year] said so.",
        "Weir Institute",
    ),
    "an office that sent a report": (
        "[A report that the auditor's office sent to the town] said so.",
        "auditor's office",
    ),
    "a body that no noun heads": ("[A report that the old riders read] said so.", None),
}


@pytest.mark.parametrize("case", CASES)
def test_a_position_ends_before_the_body_it_is_at(case: str) -> None:
    marked, position, affiliation = CASES[case]
    speaker = speakers_of(marked)[0]
    assert (speaker.position, speaker.affiliation) == (position, affiliation)


@pytest.mark.parametrize("case", DOCUMENTS)
def test_a_document_is_affiliated_to_who_issued_it(case: str) -> None:
    marked, expected = DOCUMENTS[case]
    assert speakers_of(marked)[0].affiliation == expected
