"""The methods paragraph: what was done, with figures, versions and references, ready to paste."""

from typing import TYPE_CHECKING

import numpy as np

from tenor._core import Error

if TYPE_CHECKING:
    from tenor.aggregation import Aggregate
    from tenor.validate.coding import Codings

__all__ = ["paragraph"]

_REFERENCES = {
    "cluster": """Cameron, A. C., Gelbach, J. B., & Miller, D. L. (2008). Bootstrap-based improvements for inference
        with clustered errors. Review of Economics and Statistics, 90(3), 414-427.""",
    "hall": """Hall, P. (1988). On symmetric bootstrap confidence intervals. Journal of the Royal Statistical Society B,
        50(1), 35-45.""",
    "kunsch": """Künsch, H. R. (1989). The jackknife and the bootstrap for general stationary observations. Annals of
        Statistics, 17(3), 1217-1241.""",
    "alpha": """Hayes, A. F., & Krippendorff, K. (2007). Answering the call for a standard reliability measure for
        coding data. Communication Methods and Measures, 1(1), 77-89.""",
    "bankier": """Bankier, M. D. (1988). Power allocations: Determining sample sizes for subnational areas. The American
        Statistician, 42(3), 174-177.""",
    "lowe": """Lowe, W., Benoit, K., Mikhaylov, S., & Laver, M. (2011). Scaling policy preferences from coded political
        texts. Legislative Studies Quarterly, 36(1), 123-155.""",
    "misuse": """TeBlunthuis, N., Hase, V., & Chan, C.-H. (2024). Misclassification in automated content analysis causes
        bias in regression. Can we fix it? Yes we can! Communication Methods and Measures.""",
}
_UNIT = {
    "stances": "stances (who is favourable, neutral or unfavourable to what)",
    "sentences": "sentences (positive, neutral or negative language)",
}
_VOICE = {"all": "all text", "outlet": "the outlets' own voice", "quoted": "quoted speech"}


def paragraph(codings: "Codings", aggregate: "Aggregate | None") -> str:
    """Write the paragraph."""
    used = ["bankier", "misuse"]
    parts = [_sampled(codings), _agreement(codings, used), _accuracy(codings)]
    if aggregate is not None:
        parts.append(_aggregated(aggregate, used))
    parts.append(
        """Figures corrected for misclassification use the error rates of this sample, and their intervals hold both the
        sampling of articles and that of coded units (cf. TeBlunthuis et al., 2024)."""
    )
    return "\n\n".join([_flow(*parts), "References\n" + "\n".join(sorted(_flow(_REFERENCES[key]) for key in used))])


def _flow(*parts: str) -> str:
    return " ".join(" ".join(parts).split())


def _sampled(codings: "Codings") -> str:
    from tenor.text import build_config

    config, s = build_config(), codings.settings
    coded = int(np.isfinite(codings.labels).any(axis=0).sum())
    coders = f"{len(codings.coders)} coder{'s' * (len(codings.coders) > 1)}"
    return f"""Texts were analysed with tenor {config["tenor"]} (ICU {config["icu"]}, Unicode {config["unicode"]}). To
        validate its {_UNIT[codings.kind]}, a random sample of {len(codings.table):,} of {s["units"]:,} units was drawn,
        stratified by {", ".join([*s["by"], "label"])}, each stratum in proportion to the square root of its size
        (Bankier, 1988; seed {s["seed"]}), and {coded:,} were coded by {coders} blind to tenor's labels."""


def _agreement(codings: "Codings", used: list[str]) -> str:
    try:
        a = codings.alpha()
    except Error as e:
        return f"[There is no agreement to report: {e}.]"
    used.append("alpha")
    return f"""Krippendorff's alpha (nominal) was {a.value:.2f} (95 % interval {a.low:.2f} to {a.high:.2f}; {a.units:,}
        units; Hayes & Krippendorff, 2007)."""


def _accuracy(codings: "Codings") -> str:
    rows = {(r["label"], r["measure"]): r for r in codings.scores().to_pylist()}
    labels = [label for label in dict.fromkeys(key[0] for key in rows) if label not in ("macro", "all")]
    each = [
        f"{label} " + ", ".join(f"{rows[label, m]['value']:.2f}" for m in ("precision", "recall", "f1"))
        for label in labels
    ]
    macro = rows["macro", "f1"]
    text = f"""Weighted to the corpus, precision, recall and F1 were: {"; ".join(each)}; macro F1 {macro["value"]:.2f}
        ({macro["low"]:.2f} to {macro["high"]:.2f}), accuracy {rows["all", "accuracy"]["value"]:.2f}."""
    try:
        r = codings.correlation()
    except Error:
        return text
    by = ", ".join(codings.settings["by"])
    return f"{text} Over {r.groups} groups ({by}), coders' and tenor's means correlate at r = {r.r:.2f}."


def _aggregated(aggregate: "Aggregate", used: list[str]) -> str:
    s = aggregate.settings
    used += ["hall", "kunsch" if s["block"] else "cluster"] + (["lowe"] if s["statistic"] == "logratio" else [])
    if s["block"]:
        drawn = f"blocks of days (length {s['block']}; Künsch, 1989)"
    else:
        copies = ", near-duplicates together" if s["copies"] else ""
        drawn = f"articles{copies} (Cameron, Gelbach & Miller, 2008)"
    by = ", ".join(s["by"]) or "the whole corpus"
    cited = " (Lowe et al., 2011)" if s["statistic"] == "logratio" else ""
    return f"""The {s["statistic"]}{cited} of {_VOICE[s["voice"]]} is given by {by}, of {s["articles"]:,} articles,
        with {100 * s["ci"]:g} % intervals of a symmetric studentised bootstrap (Hall, 1988) of {drawn},
        {s["replicates"]:,} replicates, seed {s["seed"]}."""
