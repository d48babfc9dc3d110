"""What the demo shows: one region, its process in the catalogue, the robot, the teams and the baseline.

Facts from Region Midtjylland's note on simplification (2018): about 2,000 private-hospital invoices a
month, 200 of them MR scans. The hourly cost is the published one of KL/Deloitte's ten cases (case 6).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

AUTHORITY = "1082"
BLOCK = "invoice_control"
ROBOT = "Kontrol af privathospitalsregninger"

PROCESS: dict[str, Any] = {
    "title": "Kontrol af regninger fra privathospitaler",
    "summary": "En robot holder hver regning op mod aftale, bopæl, henvisning og patientregister.",
    "description": (
        "Hver måned kommer der omkring 2.000 regninger fra privathospitaler, og cirka 200 af dem er for "
        "MR-scanninger. Robotten læser e-fakturaerne og kontrollerer alle linjer. De regninger, der "
        "stemmer, går til udbetaling, uden at nogen rører dem. Resten lander i den rette kø på skranken "
        "med grunden og det register, den bygger på."
    ),
    "challenge": (
        "Kontrollen er fire opslag i fire systemer for hver regning. Det tager tid, og de få regninger "
        "med fejl drukner mellem de mange, der er rigtige."
    ),
    "solution": (
        "Byggeklodsen »Kontrol af privathospitalers regninger« kører på regionens egne udtræk. Reglerne "
        "står som data, så en medarbejder kan læse dem. Mangler en aktivitet i patientregisteret, venter "
        "regningen og bliver kontrolleret igen."
    ),
    "legal_clauses": [{"text": "Sundhedsloven § 75 og § 87 om frit og udvidet frit sygehusvalg"}],
    "phase": "operation",
    "visibility": "public",
    "domains": ["health", "economy"],
    "block_key": BLOCK,
    "contact_email": "automatisering@demo.example",
}

TEAMS = {
    "Regnskab: aftaler og beløb": (
        "agreements",
        "amounts",
        "duplicates",
        "credit_notes",
        "buyer",
        "dates",
        "format",
    ),
    "Regnskab: kontrol": ("accounts", "limits", "sampling"),
    "Regnskab: patientforhold": ("residence", "referral", "activity", "person"),
}

HOURLY_COST = Decimal("390.00")
HOURLY_SOURCE = "Timepris: cirka 390 kr., KL/Deloitte: ti cases (2022), case 6."
