"""publiccode.yml's own choices in the words of the catalogue."""

from __future__ import annotations

PHASES = {
    "concept": "idea",
    "development": "development",
    "beta": "implementation",
    "stable": "operation",
    "obsolete": "decommissioned",
}
SCOPES = {
    "agriculture": "environment",
    "culture": "culture",
    "defence": "",
    "education": "education",
    "emergency-services": "",
    "employment": "employment",
    "energy": "environment",
    "environment": "environment",
    "finance-and-economic-development": "economy",
    "foreign-affairs": "",
    "government": "administration",
    "healthcare": "health",
    "infrastructures": "technical",
    "justice": "",
    "local-authorities": "administration",
    "manufacturing": "business",
    "research": "education",
    "science-and-technology": "it",
    "security": "",
    "society": "social",
    "sport": "culture",
    "tourism": "business",
    "transportation": "technical",
    "welfare": "social",
}
# Keys without a field here, which nobody misses.
LEFT = frozenset({
    "publiccodeYmlVersion", "softwareVersion", "releaseDate", "softwareType", "logo", "monochromeLogo",
    "roadmap", "inputTypes", "outputTypes", "isBasedOn", "applicationSuite", "organisation", "fundedBy",
})  # fmt: skip
