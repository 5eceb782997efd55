"""Words of JATS citations that stand between the tagged parts and only connect them, also in abbreviated form."""

CONNECTING_WORDS = frozenset(
    """and und et in by the of at from to pp pages page vol volume no issue art ed eds editor editors edited edn edition
    doi https http www org dx pmid pmcid pubmed isbn issn url available accessed retrieved cited al others epub ahead
    print proceedings chapter series on for nr heft bd hrsg hg seiten jg crossref google scholar""".split()
)
