"""Publishers' names that can end a reference, and regions that follow a place; lower case.

The publishers are those whose names do not contain a word such as "Press" ("Suhrkamp", "Viking") and that public
reference lists name most. Regions: the states of the USA, Canada and Australia, with their abbreviations.
"""

from __future__ import annotations


def _name_set(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.replace("\n", "|").split("|") if name.strip())


PUBLISHER_NAMES = _name_set(
    """abrams|addison-wesley|aldine|aldine de gruyter|alfred a. knopf|allen & unwin|allen lane|alianza|allyn & bacon
    allyn and bacon|anagrama|anaya|anchor|appleton-century-crofts|ariel|armand colin|arnold|ashgate|avon|ballantine
    bantam|basic books|beacon|beck|berg|berghahn|birkhäuser|blackwell|blackwell publishing|bloomsbury|böhlau
    bompiani|brill|bruylant|bulzoni|butterworths|calmann-lévy|campus|carocci|cátedra|cengage|chapman & hall
    chapman and hall|chatto & windus|clarendon|continuum|corwin|crc press|crítica|crown|dalloz|david fulton|de boeck
    de gruyter|dent|diogenes|donzelli|doubleday|droste|duncker & humblot|dunod|dutton|edward arnold|edward elgar
    einaudi|elsevier|eyrolles|faber & faber|faber and faber|farrar, straus & giroux|farrar, straus and giroux|fayard
    feltrinelli|fischer|flammarion|fondo de cultura económica|fontana|franco angeli|francoangeli|franz steiner
    free press|gallimard|garland|garzanti|gedisa|georg olms|george allen & unwin|grasset|greenwood|grove|guilford
    gustav fischer|hachette|hackett|hanser|harcourt|harcourt brace|harper|harper & row|harper and row|harpercollins
    harper torchbooks|harvester|heinemann|henry holt|herder|hodder & stoughton|holt, rinehart & winston
    holt, rinehart and winston|houghton mifflin|human kinetics|humana press|hutchinson|il mulino|insel|irwin
    j. b. lippincott|jossey-bass|karger|karolinum|kluwer|knopf|kohlhammer|kröner|lang|l’harmattan|l'harmattan
    la découverte|larousse|laterza|lawrence erlbaum|lawrence erlbaum associates|le seuil|les belles lettres
    lexington|lippincott|lit verlag|little, brown|little, brown and company|longman|longmans|longmans, green
    luchterhand|lynne rienner|macmillan|manning|marcel dekker|mcgraw-hill|merrill|methuen|metzler|minerva|mir
    mit press|mohr|mohr siebeck|mondadori|morgan kaufmann|mouton|mouton de gruyter|nathan|nauka|nelson|niemeyer
    nijhoff|martinus nijhoff|nomos|north-holland|norton|w. w. norton|w.w. norton|w. w. norton & company|o’reilly
    o'reilly|odile jacob|oldenbourg|olms|open court|palgrave|palgrave macmillan|pantheon|paidós|payot|pearson
    penguin|penguin books|pergamon|peter lang|picador|piper|planeta|plenum|plon|pluto|polity|praeger|prentice hall
    prentice-hall|presses universitaires de france|puf|putnam|puffin|random house|reclam|reinhold|riverhead|riuniti
    rizzoli|routledge|routledge & kegan paul|rowman & littlefield|rowohlt|sage|sage publications|salerno|saunders
    schocken|scholastic|schöningh|scribner|scribner’s|scribner's|seuil|siglo xxi|simon & schuster|simon and schuster
    sinauer|springer|springer-verlag|st. martin’s press|st. martin's press|steiner|stock|suhrkamp|tauris
    i. b. tauris|taschen|tavistock|taurus|taylor & francis|taylor and francis|tecnos|teubner|thames & hudson
    thames and hudson|thieme|touchstone|transaction|transcript|tusquets|ullstein|utet|van nostrand
    vandenhoeck & ruprecht|van nostrand reinhold|verso|viking|vintage|vintage books|vrin|wadsworth|wagenbach
    weidenfeld & nicolson|westview|wiley|john wiley|john wiley & sons|wiley-blackwell|wiley-interscience
    williams & wilkins|world scientific|zed books|zone books|zsolnay"""
)

REGIONS = _name_set(
    """alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois
    indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri
    montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma
    oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington
    west virginia|wisconsin|wyoming|mass|calif|conn|penn|ill|mich|minn|wis|tenn|tex|colo|fla|ariz|ind|okla|ore|va|md
    pa|ma|ca|ct|nj|ny|il|mi|mn|wi|tn|tx|co|fl|az|in|ok|or|ga|la|nc|sc|oh|mo|ks|ky|wa|ut|nm|nv|nh|me|vt|ri|de|dc|d.c
    al|ar|ak|hi|id|ia|ms|mt|ne|nd|sd|wv|wy|ontario|ont|quebec|québec|alberta|british columbia|bc|b.c|manitoba
    nova scotia|new brunswick|saskatchewan|new south wales|nsw|victoria|vic|queensland|qld|tasmania|south australia
    england|scotland|wales|uk|u.k|usa|u.s.a|us|u.s|united states|united kingdom|england, uk|the netherlands
    deutschland|españa|france|italia|schweiz|suisse|österreich|bayern|hessen|cambs|surrey|kent|essex|sussex|oxon
    herts|bucks|avon|devon|cornwall|yorkshire|lancashire|hants|wilts|norfolk|suffolk|middlesex|cheshire|dorset|somerset|berks|glos|lancs|notts"""
)
