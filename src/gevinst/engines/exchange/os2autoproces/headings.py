"""The 62 columns of OS2autoproces' Excel file, in their order, and the field that each one is.

Columns 46 and 47 hold each other's answers in the file that the system writes: it puts the level of return
under the heading on routine work, and the level of routine work under the heading on automation.
Source: the sheet "Processer" as its public code (MPL-2.0) writes it.
"""

from __future__ import annotations

SHEET = "Processer"
HEADINGS: tuple[tuple[str, str], ...] = (
    ("ID", "id"),
    ("Titel", "title"),
    ("Resumé", "summary"),
    ("Fase", "phase"),
    ("Status", "status"),
    ("Statustekst", "status_note"),
    ("Indberetter", "reporter"),
    ("Faglig kontaktperson", "owner"),
    ("Kontaktperson", "contact"),
    ("Mail", "contact_mail"),
    ("Anden kontakt information", "other_contact"),
    ("Tilknyttede personer", "co_editors"),
    ("Synlighed", "visibility"),
    ("Fagområder", "domains"),
    ("Afdelinger", "units"),
    ("Myndighed", "authority"),
    ("Leverandør", "vendor"),
    ("Lovparagraf", "legal_clause"),
    ("KLE-nr", "kle"),
    ("KL ID", "kl_id"),
    ("KL's Arbejdsgangsbank", "kla"),
    ("Beskrivelse", "description"),
    ("Idéer til løsning", "solution"),
    ("Udfordringer i den nuværende proces", "challenge"),
    ("Nuværende systemer", "systems_today"),
    ("Andre nuværende systemer", "other_systems"),
    ("Oprettet", "created_on"),
    ("Sidst opdateret", "changed_on"),
    ("Antal gange processen foretages årligt", "occurrences"),
    ("Tidsforbrug pr. proces i minutter", "minutes"),
    ("Forventet automatiseringsgrad", "automatable"),
    ("Manuelt tidsforbrug i timer", ""),
    ("Forventet årlig effektiviseringspotentiale", ""),
    ("Antal medarbejdere der foretager processen", "employees"),
    ("Er borgere påvirket", "affects_citizens"),
    ("Er virksomheder påvirket", "affects_companies"),
    ("Forventet timeforbrug på udvikling", "development_hours"),
    ("Kommentarer til tidsforbrug", "effort_comment"),
    ("I hvor høj grad indgår der faglig vurdering i processen?", "level_professional"),
    ("I hvor høj grad er processen præget af hyppige ændringer?", "level_change"),
    ("I hvor høj grad er processen baseret på struktureret information?", "level_structured"),
    ("Er der variation i den måde processen løses?", "level_uniform"),
    (
        "Er de data og informationer, der skal bruges i processen, tilgængelige digitalt i"
        " IT-systemer?",
        "level_digital",
    ),
    (
        "Vil en automatiseret løsning bidrage til en højere kvalitet, som er mere ensrettet og med"
        " færre fejl?",
        "level_quality",
    ),
    (
        "Vil en automatiseret løsning bidrage til en hurtigere og mere fyldestgørende service?",
        "level_speed",
    ),
    (
        "Vil automatisering frigive tid og nedbringe rutineopgaver, som skaber en bedre trivsel"
        " blandt medarbejderne?",
        "level_return",
    ),
    ("I hvor høj grad vurderes det at processen kan automatiseres? ", "level_routine"),
    ("Teknisk implementering", "technical_notes"),
    ("Organisatorisk implementering", "organisational_notes"),
    ("Anvendt teknologi", "technologies"),
    ("Skedulering", "run_period"),
    ("Automatiseringen anvender følgende systemer/snitflader", "systems_used"),
    ("Beskrivelse af automatisering", "automation"),
    ("I hvor høj grad indfriede løsningen de forventede gevinster?", "rating"),
    ("Sidst kontrolleret i forhold til §", "legal_clause_verified_on"),
    ("Løsningen sat i drift", "in_operation_since"),
    ("Løsningen taget ud af drift", "decommissioned_on"),
    ("Kommentar til realiseret gevinster", "rating_comment"),
    ("Sagsreference i ESDH", "case_reference"),
    ("Links", "links"),
    ("Bilag", "attachments"),
    ("Interne Noter", "internal_notes"),
)
