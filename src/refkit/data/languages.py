"""Codes of languages with three letters, as libraries use them, and those with two letters in CSL.

Source: Library of Congress, "Codes for the Representation of Names of Languages" (ISO 639-2, bibliographic and
terminology codes, and the MARC codes `scr` and `scc` that these replaced); CSL 1.0.2, Appendix IV, `language`.
"""

from __future__ import annotations

_PAIRS = """
aar aa abk ab afr af aka ak alb sq sqi sq amh am ara ar arg an arm hy hye hy asm as aym ay aze az bak ba bam bm baq eu
eus eu bel be ben bn bis bi bos bs bre br bul bg bur my mya my cat ca chi zh zho zh chv cv cor kw cos co cze cs ces cs
dan da dut nl nld nl dzo dz eng en epo eo est et ewe ee fao fo fij fj fin fi fre fr fra fr fry fy ful ff geo ka kat ka
ger de deu de gla gd gle ga glg gl glv gv gre el ell el grn gn guj gu hat ht hau ha heb he hin hi hrv hr hun hu ibo ig
ice is isl is ido io iii ii iku iu ina ia ind id ita it jav jv jpn ja kal kl kan kn kas ks kaz kk khm km kik ki kin rw
kir ky kon kg kor ko kur ku lao lo lat la lav lv lin ln lit lt ltz lb lug lg mac mk mkd mk mal ml mao mi mri mi mar mr
may ms msa ms mlg mg mlt mt mon mn nau na nav nv nep ne nno nn nob nb nor no nya ny oci oc ori or orm om pan pa per fa
fas fa pol pl por pt pus ps que qu roh rm rum ro ron ro run rn rus ru sag sg san sa sin si slo sk slk sk slv sl sme se
smo sm sna sn snd sd som so sot st spa es srd sc srp sr sun su swa sw swe sv tam ta tat tt tel te tgk tg tgl tl tha th
tib bo bod bo tir ti ton to tsn tn tso ts tuk tk tur tr uig ug ukr uk urd ur uzb uz vie vi vol vo wel cy cym cy wln wa
wol wo xho xh yid yi yor yo zha za zul zu scr hr scc sr
""".split()
TWO_LETTERS: dict[str, str] = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
NO_LANGUAGE = frozenset(
    ("mul", "und", "zxx", "mis", "   ", "|||")
)  # several, unknown or no language


def language_code(code: str) -> str:
    """Return the code with two letters of a language if there is one."""
    return TWO_LETTERS.get(code.lower(), code)
