"""A whole case file for tests: IGA with two readings, its story, figures that come out and one not."""

from __future__ import annotations

from typing import Final

IGA: Final = """\
case: 1
id: koebenhavn-iga
title: Integreret brugerstyring
authorities: [Københavns Kommune]
field_of_work: It og økonomi
technology: Automatisk brugeradministration
kind: digital
summary: Brugere oprettes og lukkes af sig selv, når ansættelser begynder og slutter.
years: {from: 2018, to: 2023}
operation_from: 2019
price_year: 2022
origin: operation_start
parties: [kommune]
assumptions:
  fte_before:
    {title: Årsværk før, value: 30, unit: FTE, status: measured, evidence: A,
     source: {document: ten-cases, line: 1140, anchor: fra 30 til}}
  fte_after: {title: Årsværk efter, value: 6, unit: FTE, low: 5, high: 8, source: {document: ten-cases, line: 1140}}
  fte_cost: {title: Udgift til et årsværk, value: 500000, unit: DKK/FTE/year, status: assumed}
  one_off: {title: Engangsudgift, value: 8000000, unit: DKK, low: 7500000, high: 9000000}
  running: {title: Drift om året, value: 6000000, unit: DKK/year}
costs:
  - {id: staff, title: Brugeradministration, scenario: both, place: operation.system.internal,
     amount: {driver: staffing, fte: fte_before, cost: fte_cost}}
  - {id: one_off, title: Anskaffelse, scenario: 1, place: project.acquisition.external, amount: one_off, when: {at: 2018}}
  - {id: running, title: Drift, scenario: 1, place: operation.system.external, amount: running, when: {from: 2019}}
  - {id: residual, title: Tilbageværende, scenario: 1, place: operation.system.internal, residual_of: staff,
     amount: {driver: staffing, fte: fte_after, cost: fte_cost}, when: {from: 2019}, readings: [residual]}
benefits:
  - {id: time, title: Frigivet tid, place: benefit.budget.time, relieves: staff, mode: budget_cut, status: measured,
     amount: {driver: staffing, fte: fte_before - fte_after, cost: fte_cost}, when: {from: 2019}, owner: It-chef}
readings:
  residual: {title: De seks tilbageværende regnes med som projektets udgift, reason: Teksten siger det ikke.}
risks:
  - {id: late, title: Systemet kommer senere end ventet, probability: 0.25, owner: Projektleder,
     consequence: {low: 500000, likely: 1000000, high: 3000000}}
quality:
  - {id: closed, title: Brugere der lukkes samme dag, kind: security, unit: "%", before: 40, after: 98, status: measured,
     evidence: A}
published:
  - id: fte
    title: Frigivne årsværk
    value: 24
    unit: FTE
    status: measured
    source: {document: ten-cases, line: 1140, anchor: fra 30 til}
    checks: [{id: IGA-01, words: før minus efter, formula: fte_before - fte_after}]
  - id: roi
    title: Afkast
    value: 13.2
    unit: "%"
    decimals: 1
    status: expected
    source: {document: ten-cases, line: 1181}
    reason: Kun hvis de seks tilbageværende regnes med som udgift.
    checks:
      - {id: IGA-09, formula: 100*roi, reading: residual, assumptions: [seks årsværk er projektets udgift]}
      - {id: IGA-06, formula: 100*roi}
  - id: net
    title: Nettogevinst
    value: 9
    unit: mio DKK
    status: expected
    source: {document: ten-cases, line: 1180}
    reason: De trykte linjer giver 22.
    checks: [{id: IGA-07, formula: total/1000000}]
  - {id: hour, title: Udgift pr. måned, value: null, unit: DKK/month, checks: [{id: IGA-20, formula: running/12}]}
story:
  facts: {inhabitants: 644431, inhabitants_year: 2022, period: 2018-, contact: Enheden for brugerstyring}
  score:
    - {dimension: time, grade: 3, basis: measured, inputs: {freed_hours: 24, process_hours: 30},
       sentence: 24 af 30 årsværk er frigivet.}
    - {dimension: economy, grade: 2, basis: expected, inputs: {payback_years: 2.33}, sentence: Tjent hjem på under tre år.}
    - {dimension: quality, grade: 1, basis: measured, inputs: {improved: [closed]}, sentence: Adgange lukkes til tiden.}
  about:
    - {text: Kommunen oprettede og lukkede tusinder af brugere i hånden.}
    - {heading: Hvad bliver anderledes?, text: Ansættelsen i lønsystemet styrer adgangen.}
  benefits:
    - {number: 24 årsværk, label: frigivet, basis: measured, how_computed: 30 årsværk før minus 6 efter,
       data_points: [ansatte før, ansatte efter]}
    - {number: "12 mio. kr.", label: sparet om året, basis: expected, how_computed: 24 årsværk gange 500.000 kr.,
       data_points: [årsværk, udgift til et årsværk]}
    - {number: "98 %", label: lukkes samme dag, basis: measured, how_computed: lukkede samme dag af alle, data_points: [log]}
  economy: {costs: Otte mio. kr. i engangsudgift og seks om året., benefits: Tolv mio. kr. om året.,
            figure_description: Samlet netto år for år., roi: 0.132, roi_years: 5, break_even: Efter tre år i drift,
            internal_time: false}
  lessons:
    - {theme: anchoring, title: Ledelsen bar det, text: Direktionen fulgte projektet.}
    - {theme: technology, title: Ryd op i data, text: Stamdata skal være rigtige.}
    - {theme: financing, title: Aftal driften, text: Driften var betalt fra start.}
  technology: {name: Brugerstyring, text: Et system der styrer adgange ud fra ansættelser., link: "https://example.org/iga"}
  start: [Begynd med lønsystemet., Tæl de brugere I har., Aftal hvem der ejer reglerne.]
"""  # noqa: E501
