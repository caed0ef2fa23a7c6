import Input

extension RunBundle {
  /// What the folder holds, how the run is repeated and how the repetition is checked.
  func readme(_ reports: [String]) -> Phrase {
    let repeated = RunCommand(run).line(rules: "rules", output: "again")
    let compared = reports.filter { $0.hasSuffix(".csv") }.map { "cmp reports/\($0) again/\($0)" }
      .joined(separator: "\n")
    return say(
      en: """
        # \(run.scenario.title)

        A run of medaid \(run.version), packed by `medaid bundle` of version \(version). `manifest.json` says what it was made from.

        | here | what it is |
        |---|---|
        | `scenario.yaml` | the scenario as written: places, rules, readings, patches and reforms |
        | `rules` | the rule files it was settled under |
        | `places`, `models` | people, and the vocabulary, illness model and common insurance, as they lie in the program |
        \(run.scenario.reformFiles.isEmpty ? "" : "| `reforms` | the reform files of the run |\n")\
        | `reports` | what the run wrote |
        | `methods.md` | the appendix on methods: ODD, validity, every input with its source |
        | `\(ChecksumList.file)` | the SHA-256 of every other file here |

        ## Repeat it

        With medaid \(run.version) and this folder as the current one:

        ```
        \(repeated)
        ```

        ## Check it

        Nothing here was changed, lost or left half-copied since it was packed, where this says so of every file:

        ```
        sha256sum --check --quiet \(ChecksumList.file)
        ```

        `manifest.json` has held the SHA-256 of each report since the run wrote it, and `medaid bundle` packs no report that is another.
        Whoever sends the folder can change all of these together: what proves the reports is to repeat the run. Every table must be the same to the byte, on one kind of processor and C library; elsewhere the last digits may differ:

        ```
        \(compared)
        ```

        `medaid methods . --rules rules` names each rule, place and model whose fingerprint is not that of the manifest, if there is one.

        """,
      zh: """
        # \(run.scenario.title)

        本文件夹为 medaid \(run.version) 的一次测算，由 \(version) 版的 `medaid bundle` 打包。测算所用数据见 `manifest.json`。

        | 文件 | 内容 |
        |---|---|
        | `scenario.yaml` | 情景原文：地区、规则、条款理解、改动和调整方案 |
        | `rules` | 结算所用的规则文件 |
        | `places`、`models` | 人口，以及程序自带的词汇、疾病模型和统一医保待遇 |
        \(run.scenario.reformFiles.isEmpty ? "" : "| `reforms` | 测算所用的调整方案文件 |\n")\
        | `reports` | 测算写出的报告 |
        | `methods.md` | 方法附录：ODD、有效性、各项输入及其来源 |
        | `\(ChecksumList.file)` | 其他各文件的 SHA-256 校验值 |

        ## 重复测算

        使用 medaid \(run.version)，在本文件夹中运行：

        ```
        \(repeated)
        ```

        ## 核对

        下列命令对每个文件均无异议的，说明打包以后没有文件被改动、丢失或复制不全：

        ```
        sha256sum --check --quiet \(ChecksumList.file)
        ```

        `manifest.json` 自测算写出报告时起即载有各报告的 SHA-256 校验值，`medaid bundle` 不打包与之不符的报告。发送文件夹的人可以同时改动以上各项：\
        能够证明报告的，是重复测算。在同类处理器和C语言库上，各表格应逐字节相同；在其他环境下，末位数字可能不同：

        ```
        \(compared)
        ```

        `medaid methods . --rules rules` 会列出指纹与 `manifest.json` 不符的规则、地区和模型。

        """)
  }
}
