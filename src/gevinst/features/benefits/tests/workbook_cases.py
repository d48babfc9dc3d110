"""Case files that use every driver, behaviour and price level, and one with parties and transfers."""

from __future__ import annotations

from typing import Final

EVERY_DRIVER: Final = """\
case: 1
id: every-driver
title: Alle drivere
years: {from: 2020, to: 2024}
operation_from: 2021
price_year: 2022
origin: project_start
baseline: counterfactual
price_levels: {general: {2021: 0.02, 2022: 0.03, 2023: 0.01}}
assumptions:
  items: {value: 12000, growth: 0.04, low: 9000, high: 15000}
  minutes: {title: Minutter, value: 5.3}
  rate: {value: 346.5}
  a1: {value: 3}
  price: {by_year: {2020: 10, 2022: 12.5}}
  robots: {formula: "ceil(items / 5000)"}
  halved: {formula: "minutes / 2 if minutes > 5 else minutes"}
  afrundet: {title: Afrundet, formula: "round(rate * 1.005, 1)"}
  later: {formula: "(year - 2019) * t"}
  both: {formula: "max(a1, 2) ** 2 - a1 // 2"}
costs:
  - {id: before, title: Før, scenario: 0, place: operation.system.internal,
     amount: {driver: time, units: items, minutes: minutes, rate: rate}}
  - {id: after, title: Efter, scenario: 1, place: operation.system.internal, continues: before,
     amount: {driver: time, units: items, minutes: halved, periods: 1, rate: afrundet}}
  - {id: dearer, title: Dyrere, scenario: 0, place: operation.licences.running, amount: 1000.55}
  - {id: dearer-after, title: Dyrere efter, scenario: 1, place: operation.licences.running, continues: dearer, amount: 4000,
     when: {from: 2021}}
  - {id: spent, title: Brugt før, scenario: 0, place: operation.system.external,
     amount: {driver: history, history: {2018: 90000, 2019: 100000, 2020: 105000}, growth: 0.05, step: 250}}
  - {id: growing-only, title: Vokser kun, scenario: 0, place: operation.system.external,
     amount: {driver: history, history: {2020: 1000}, growth: 0.1}}
  - {id: step-only, title: Trin kun, scenario: 0, place: operation.system.external,
     amount: {driver: history, history: {2020: 1000}, step: 10}}
  - {id: odd, title: Skæv, scenario: 1, place: operation.system.external, amount: "round(rate * 1.3)"}
  - {id: odd-hours, title: Skæve timer, scenario: 1, place: operation.system.external,
     amount: {driver: hours, hours: "round(a1 * 1.5)", rate: 100}}
  - {id: licence, title: Licens, scenario: 1, place: operation.licences.running, price_year: 2020,
     amount: {driver: tiered, units: items, tiers: [{above: 0, price: 3}, {above: 10000, price: 2}]}, when: {from: 2021}}
  - {id: whole, title: Licens for alle, scenario: 1, place: operation.licences.running, price_year: 2023,
     amount: {driver: tiered, units: items, kind: whole, periods: 2,
              tiers: [{above: 0, price: 1}, {above: 12000, price: 0.5}, {above: 13000, price: 0.25}]}}
  - {id: robots, title: Robotter, scenario: 1, place: project.acquisition.hardware, amount: 7000.125,
     behaviour: {kind: step, volume: items, size: 5000}}
  - {id: support, title: Support, scenario: 1, place: operation.maintenance.external, amount: both * 1000,
     behaviour: {kind: variable, volume: items}, when: {years: {2021: 0.5, 2022: 1, 2023: 1}}}
  - {id: project, title: Projekt, scenario: 1, place: project.resources.internal,
     amount: {driver: hours, hours: 300, rate: rate}, when: {at: 2020}}
  - {id: machines, title: Maskiner, scenario: 1, place: operation.system.external,
     amount: {driver: volume, units: robots, price: price, periods: 12}}
benefits:
  - {id: people, title: Årsværk, place: benefit.budget.time, mode: reallocated_time, when: {from: 2022},
     amount: {driver: staffing, fte: a1 / 2, cost: 480000, effective: 1400}}
  - {id: growing, title: Vokser, place: benefit.budget.time, mode: capacity, amount: later * 100}
readings:
  slow: {title: Langsomt, assumptions: {minutes: 4, items: 8000, price: 11, robots: 5}, without: [growing, dearer]}
  few: {title: Få, assumptions: {a1: 1}, without: [after]}
"""  # noqa: E501

PARTIES: Final = """\
case: 1
id: parties
title: Flere parter
years: {from: 2021, to: 2023}
price_year: 2022
origin: project_start
parties: [kommune, stat]
perspective: [kommune]
baseline: trend
assumptions: {saving: 0.4}
costs:
  - {id: old, title: Gammel, scenario: 0, place: operation.system.internal,
     amount: {driver: history, history: {2017: 100, 2018: 108, 2019: 121, 2020: 130}}, shares: {kommune: 0.75, stat: 0.25}}
  - {id: new, title: Ny, scenario: 1, place: operation.system.internal, amount: 333.33,
     shares: [{from: 2021, shares: {kommune: 0.25, stat: 0.75}}, {from: 2023, shares: {kommune: 1}}]}
benefits:
  - {id: gain, title: Gevinst, place: benefit.budget.time, mode: budget_cut, amount: saving * 500, shares: {kommune: 1}}
transfers:
  - {id: grant, title: Tilskud, from: stat, to: kommune, amounts: {2021: 120.5, 2022: 60}}
readings:
  everybody: {title: Alle parter, perspective: [kommune, stat]}
  half: {title: Mere, assumptions: {saving: 0.5}}
"""  # noqa: E501
