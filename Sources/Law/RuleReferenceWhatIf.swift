extension RuleReference {
  /// How leads are decided a second time with something else in the place of what holds.
  static let whatIf: [String] = #"""

    ## 假设比较 · What if

    `rules compare` decides the leads of a quarter's report a second time, with something else in the place of what holds, and says which leads change and by which rules. Nothing is recorded.

    ```sh
    leadscreen rules compare 2026Q3 --set minor_amount_max=5000.00
    leadscreen rules compare --as-of occurrence
    leadscreen rules compare --pack ningxia-2024 --assume ningxia-2024=true
    leadscreen rules compare --red-lines --csv bounds.csv
    ```

    | option | puts in place |
    | --- | --- |
    | `--pack ID` | the pack and those above it, in place of the packs of the workspace's jurisdiction |
    | `--as-of DAY` | the day of decision; `occurrence`: of each lead its own day of occurrence. A lead whose day nobody knows keeps the day it was decided on, and is counted |
    | `--set PARAM=VALUE` | a number of the law on every day, in yuan with at most two decimals or in whole years; the word for the bound (以下, 不满) stays, and is 以下 where no pack gives a number |
    | `--answer A-nn=true\|false\|open` | the answer to a question that a rule asks, signed or not |
    | `--assume PACK=true\|false` | whether a pack of the chain is in force, whatever its days say |
    | `--fact NAME=true\|false` | a yes-or-no fact, in the leads where it is unknown, also where it would be presumed false |
    | `--red-lines` | two runs: red line and reserve, of the damage area, the event's place and its result's, where unknown, all true, then all false |

    Options can be combined and given several times; only what is named is replaced. A name that the rules in use do not read is refused (64) with those they do read, because it could not change anything: most entries of the register are settled in how a rule is written, and a pack's force is a matter of `--assume`.

    The leads are those of `leads.csv`: new, changed or open in the quarter. "Before" is what the packs and layers of today say of the ledger's records as of the run's day; where packs, layers, configuration or program have changed since, a message says so.

    - A lead is listed if a conclusion or its disposition changes, with the rules whose value changes and their provisions. `N` is a rule that is not in the chain, not in force or displaced, and a conclusion that no rule in force speaks of. On the terminal, changes between `F` and `N` alone, which change nothing for anybody, are counted and not listed; JSON and CSV have them.
    - Counts by disposition follow, before and after. With `--red-lines` also the least and the most: a lead counts for the least if both runs give the disposition, for the most if one does.
    - `--csv OUT`: a row for each variant, lead, conclusion and rule, `variant,lead_id,disposition_before,disposition_after,conclusion,before,after,rule,rule_before,rule_after,document,locator`. `variant` is `what_if`, `all_inside` or `all_outside`. A disposition that changes alone, as with `--fact damage_confirmed=true`, has a row without a conclusion.
    - `--json`: one object, `schema quarter run as_of leads changed_since replaced variants bounds`; a variant has `variant undated changes dispositions`.

    The comparison is [RuleComparison.swift](../Sources/Law/RuleComparison.swift), a pure value over two engines and the facts of leads; [WhatIfReading.swift](../Sources/Law/WhatIfReading.swift) says what can be named.
    """#.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
