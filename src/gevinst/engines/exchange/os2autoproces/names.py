"""The names of OS2autoproces' API: which field each is, and which are knowingly left behind.

Source: the projection "extended" of its public code (MPL-2.0).
"""

from __future__ import annotations

SOURCE = "os2autoproces"
DETAILS = "https://www.os2autoproces.eu/details/"

FIELDS: dict[str, str] = {
    "klId": "kl_id",
    "esdhReference": "case_reference",
    "title": "title",
    "shortDescription": "summary",
    "longDescription": "description",
    "internalNotes": "internal_notes",
    "processChallenges": "challenge",
    "solutionRequests": "solution",
    "technicalImplementationNotes": "technical_notes",
    "organizationalImplementationNotes": "organisational_notes",
    "automationDescription": "automation",
    "searchWords": "search_words",
    "codeRepositoryUrl": "repository_url",
    "phase": "phase",
    "status": "status",
    "statusText": "status_note",
    "type": "kind",
    "visibility": "visibility",
    "domains": "domains",
    "legalClause": "legal_clause",
    "legalClauseLastVerified": "legal_clause_verified_on",
    "kle": "kle",
    "form": "form",
    "kla": "kla",
    "reporter": "reporter",
    "contact": "contact",
    "owner": "owner",
    "users": "co_editors",
    "otherContactEmail": "other_contact",
    "orgUnits": "units",
    "vendor": "vendor",
    "itSystems": "systems_today",
    "itSystemsDescription": "other_systems",
    "services": "systems_used",
    "technologies": "technologies",
    "children": "parts",
    "parents": "part_of",
    "timeSpendOccurancesPerEmployee": "occurrences",
    "timeSpendPerOccurance": "minutes",
    "timeSpendEmployeesDoingProcess": "employees",
    "timeSpendPercentageDigital": "automatable",
    "expectedDevelopmentTime": "development_hours",
    "timeSpendComment": "effort_comment",
    "targetsCitizens": "affects_citizens",
    "targetsCompanies": "affects_companies",
    "levelOfProfessionalAssessment": "level_professional",
    "levelOfChange": "level_change",
    "levelOfStructuredInformation": "level_structured",
    "levelOfUniformity": "level_uniform",
    "levelOfDigitalInformation": "level_digital",
    "levelOfQuality": "level_quality",
    "levelOfSpeed": "level_speed",
    "levelOfRoutineWorkReduction": "level_routine",
    "evaluatedLevelOfRoi": "level_return",
    "rating": "rating",
    "ratingComment": "rating_comment",
    "runPeriod": "run_period",
    "putIntoOperation": "in_operation_since",
    "decommissioned": "decommissioned_on",
    "created": "created_on",
    "lastChanged": "changed_on",
}
# Read elsewhere, worked out from others, or about the one who asked.
LEFT = frozenset({
    "id", "cvr", "municipalityName", "links", "_links", "_embedded", "timeSpendComputedTotal",
    "childrenCount", "klaProcess", "canEdit", "hasBookmarked", "emailNotification",
    "hasAttachments", "searchWord", "searchMatch",
})  # fmt: skip
# Said of few processes, without a field here: reported when it is true.
FLAGS = frozenset({"sepMep"})
