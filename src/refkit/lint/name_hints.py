"""Words that are in every name that a rule reports for one of them; a cheap test before the patterns of the rule."""

from __future__ import annotations

from refkit.data.placeholders import NAME_WORDS

# Every name with a role has one of these words, without full stops, or brackets.
ROLE_WORDS = frozenset(
    """ed eds editor editors coeditor coeditors hrsg hrsgg hg herausgeber herausgeberin translator translators trans
    transl tran
    übers trad traducteur traductor compiler compilers comp illustrator illustrators éd éds éditeur editora coord
    coordinador
    coordinadora redaktor ред dir cura curatore chief chair chairs
    authors autorin autoren autores auteurs autore autori автор авторы redaktion
    deceased author coordinator coordinators by von v par di de redakcją редакцией""".split()
)
# Every way to say that there are more people has one of these words, without full stops, or three dots.
OTHERS_HINTS = frozenset(
    """al u etal alii alia coll collab andere weitere anderen
    autres otros outros altri others other ua uam fl in др соавт 等 他
    외 etc dots
    ldots coworkers workers colleagues collaborators coauthors authors associates team more""".split()
)
# Every placeholder for a name has one of these words, "author" in a word, "xxx" or brackets.
PLACEHOLDER_HINTS = NAME_WORDS | frozenset(
    """name names firstname lastname givenname forename surname author authors doe bloggs smith jones johnson roe public
    mustermann dupont perez bob foo bar ipsum lorem tbd tba todo n/a na null none nan undefined placeholder ? ?? ???
    determined added confirmed here""".split()
)
