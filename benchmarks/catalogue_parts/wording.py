"""Danish-looking texts of compounds: some words stand in most of them, most words in few."""

from __future__ import annotations

from random import Random

PARTS = (
    "faktura barn børne løn sygdoms kontanthjælps pensions bolig bygge affalds vej skole elev lærer "
    "hjælpemiddel omsorgs pleje borger virksomheds skatte register kontrol sags brev adresse flytte "
    "indkomst regnings betalings konto bank post arkiv journal aktindsigts høring tilskuds ansøgnings "
    "klage fritids kultur bibliotek idræts miljø vand spildevands varme energi tilsyns levnedsmiddel "
    "dyre natur skov havne parkerings bøde kørsels transport bil buss vikar vagtplan fravær ferie "
    "barsels ansættelses kompetence kursus system bruger licens rettigheds data statistik rapport "
    "budget regnskabs moms anlægs leje kontrakt udbuds"
)
HEADS = (
    "sag kontrol opgave register system liste ansøgning behandling oprettelse opslag brev rapport "
    "registrering afstemning udbetaling opkrævning fordeling overførsel indberetning kvittering "
    "sletning opdatering godkendelse visitation screening journalisering advisering fornyelse"
)
FILLERS = (
    "robotten medarbejderen henter slår op og skriver resultatet på sagen i systemet hver dag når der "
    "kommer en ny fra med til om den som ikke kan læses sendes til afdelingen der tager undtagelserne "
    "det tager tid at gøre i hånden og fejl opdages sent derfor vil vi gerne have hjælp af en automatik"
)


class Wording:
    """Texts of one random source: the same texts each time."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.words = [part + head for part in PARTS.split() for head in HEADS.split()]
        self.fillers = FILLERS.split()
        self.random.shuffle(self.words)
        self.weights = [1 / (n + 8) for n in range(len(self.words))]

    def telling(self, number: int) -> list[str]:
        """So many compounds."""
        return self.random.choices(self.words, self.weights, k=number)

    def title(self) -> str:
        """Two or three words, at most 65 signs."""
        return " ".join(self.telling(self.random.choice((2, 2, 3)))).capitalize()[:65]

    def text(self, words: int) -> str:
        """Sentences of fillers with a compound now and then."""
        told = self.telling(words // 4)
        start = self.random.randrange(len(self.fillers))
        said = []
        for n, each in enumerate(told):
            said += [
                each,
                *(self.fillers[(start + 3 * n + m) % len(self.fillers)] for m in range(3)),
            ]
        return " ".join(said).capitalize() + "."
