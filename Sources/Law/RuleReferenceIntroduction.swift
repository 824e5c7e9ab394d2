extension RuleReference {
  /// What stands before the packs: how a lead is decided, how to read the page, the commands.
  static let introduction: [String] = """
    # 规则 · Rules

    <!-- scripts/make-rules writes this page from the rule packs; change the packs there. -->

    一个规则包就是一份文件：它的每一条与线索筛查有关的规定写成数据，附条款号和我们自己的摘要，旁边是必须成立的案例。本页由规则包生成，供法制人员与文件原文逐条核对；摘要不是原文，以原文为准。

    A rule pack is one document as data: `Sources/Law/Packs/<division>/<id>.pack.yaml`, with the cases that must hold beside it. A workspace adds or replaces files in `Inputs/rules`, whose format is in [rule-packs.md](rule-packs.md). A pack that is not released marks every report made with it.

    ## 线索如何判定 · How a lead is decided

    1. 每个结论取是、否、未知、无适用规则之一。没有记录的事实是未知，不是否；只有[下文](#推定为否的事实--presumed-facts)列出的事实推定为否，并注明“推定”。
    2. 适用损害所在地的市、省和国家的文件。定义、分类、许可和例外适用认定之日施行的规定；每个期限适用起算之日施行的规定。按行为发生日适用的规定会得出不同结果的，予以提示。
    3. 下级文件“取代”上级规则的，下级文件施行期间只适用下级规则；“让位于”上级规则的相反；“补充”的，任一成立即可；“重申”的，两处都引用。是否施行不详的文件只能使结论成为未知，不能使结论成立。
    4. 结论由得出它的各条规则任一成立而成立；规则的例外成立的，该规则不成立；例外未知的，该规则未知。
    5. 处置建议依次为：属于不纳入筛查范围的，不纳入（未知的，人工研判）；经核查未造成损害的，办结；是否造成损害未知的，核查；两个[相互冲突的结论](#相互冲突的结论--conclusions-that-pull-apart)都可能成立的，人工研判；可以不启动索赔成立的，可不启动，由具名人员决定；未知的，人工研判；可能可以终止索赔的，人工研判；其余应启动。人工研判作出前按应启动处理。

    Values are T, F, U (unknown) and N (no rule in force speaks of it). An absent fact is unknown; only facts that exist because an authority acted may be presumed false, and the trace says 推定. Conditions follow strong Kleene logic. The packs are those of the city, the province and the nation in which the damage lies. A rule counts when its pack is in force on the day of decision and no pack displaces it; a deadline is that of the day it began; a pack whose force is unknown can make a conclusion unknown, never true. A conclusion is the disjunction of its rules, each without its exceptions; exceptions are conclusions of their own. A repealed document whose text is not at hand keeps the conclusions it may have spoken of unknown for its days.

    The disposition follows in this order: excluded from scope (unknown: review); no damage, or damage not yet confirmed (verify); two conclusions that pull apart (review); may not be initiated (unknown: review); may be terminated, or possibly so (review); otherwise initiate. A review falls back to initiating, because that duty stands until an exception is shown.

    ## 怎样读规则 · Reading a rule

    - **逻辑**是程序实际执行的条件写成的一句话。（1）（2）分项之内，先看“，且”“，或者”，再看不带逗号的“且”“或者”；名称中含有这类字的加引号。“不超过”包含本数，“超过”不包含本数。
    - 引号中的结论（如“显著轻微案件”成立）由得出该结论的规则决定；数额和年限来自规则包的数值表，括号内是名称和适用起日。
    - **存疑**是文本没有回答的问题，后附目前的处理；全部问题见[存疑问题](#存疑问题--open-questions)。
    - `leadscreen rules show shanxi-2025` 另附案例：每条规则成立、不成立和未知各一例。

    ## 命令 · Commands

    ```sh
    leadscreen rules list --as-of 2026-10-10       # what is in force here on a day
    leadscreen rules show shanxi-2025              # one pack as below, with cases for each rule
    leadscreen rules show --all                    # this page, of the packs in reach
    leadscreen rules check                         # every problem of every pack, and all cases
    leadscreen rules evaluate cases.yaml --json    # decide cases from outside
    leadscreen rules compare --red-lines           # which leads another reading would change
    ```

    A file of cases:

    ```yaml
    cases:
      - id: small-damage
        pack: shanxi-2025
        as_of: 2025-10-15
        facts: {occurrence_date: 2025-09-10, damage_confirmed: true, damage_amount_determined: "3000.00"}
        interpretations: {A-03: true}
    ```

    Facts and conclusions are those of `facts.yaml` and `conclusions.yaml` beside the packs. Which record fields feed which fact is in [facts.md](facts.md), written from [FactSource.swift](../Sources/Leads/FactSource.swift); two readings that a bureau may question are in [adr/0005](adr/0005-discovery-and-levels.md).
    """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
