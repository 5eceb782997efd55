"""Common given names, to tell which of two words without initials is the family name.

The names that bear most people in the statistics offices' lists of the countries whose languages most
bibliographies are in (SSA, Destatis, INSEE, INE, ISTAT, CBS, SCB); lower case.
"""

GIVEN_NAMES = frozenset(
    """aaron abdul abraham adam adolf adrian agnes ahmad ahmed aidan alain alan albert alberto alejandro
    aleksandr alessandro alex alexander alexandre alfred alice alison amanda amy ana andrea andreas
    andrej andrew andré andrés andrzej angela anita ann anna anne annette annie anthony antoine
    anton antonio antónio arthur astrid axel barbara ben benjamin bernard bernd bernhard beth birgit bob
    boris brian bruce bruno camille carl carla carlo carlos carmen carol caroline catherine cécile
    charles charlotte chris christian christiane christina christine christoph christopher claire
    claude claudia clara colin cristina cynthia dan daniel daniela daniele david deborah denis dennis
    diana diane didier diego dieter dietmar dirk dmitri dominique don donald dorothy douglas eduardo
    edward elena elisabeth elizabeth ellen emily emma emmanuel enrico erich eric erik ernst esther eva
    evelyn felix ferdinand fernando francesca francesco francis francisco franco franz françois
    françoise frank fred frederick friedrich fritz gabriel gabriele gary geoffrey georg george georges
    gérard gerhard giacomo gianni gilles giorgio giovanni giuseppe giulia gordon greg gregory guido
    guillaume gunter guy günter günther hannah hans harald harold harriet harry heather heidi heiko
    heike heinrich heinz helen helena helga helmut hélène henri henrik henry herbert hermann holger
    hugo ian igor ingrid irene isabel isabelle ivan jack jacob jacqueline jacques jaime jakob james
    jan jana jane janet jason javier jean jeff jeffrey jennifer jens jeremy jessica jim joachim joan
    joanna joe joel johan johann johannes john jon jonathan jorge josé josef joseph joshua juan judith
    julia julian julie jürgen jutta karen karin karl karla katharina katherine kathleen keith kelly
    ken kenneth kevin kim klaus konrad kurt lars larry laura laurent lawrence lee leo leon leonard
    leonardo linda lisa liz lorenzo louis louise luca lucas lucia lucy luigi luis luisa luke lutz
    manfred manuel marc marcel marcello marco marcus margaret maria marie mario marion mark markus
    marta martha martin martina mary mathias matteo matthew matthias maurice max maximilian megan melissa
    michael michal michel michele michelle miguel mikhail mohamed mohammad mohammed monica monika
    nadia nancy natalie neil nicholas nicola nicolas nicole nikolai nikolaus nils nina noah nora norbert
    olaf ole olga oliver olivier oscar otto pablo paola paolo pascal patricia patrick paul paula
    paulo pavel pedro peter petra philip philippe phil pierre pietro piotr rachel rafael rainer
    ralf ralph ramón raymond rebecca reinhard renate rené ricardo riccardo richard rita rob robert
    roberta roberto robin roger roland rolf roman ron ronald rosa rosemary ruth ryan sabine sally sam
    samuel sandra sara sarah scott sean sebastian serge sergei sergey sergio sharon sigrid silvia
    simon simone sofia sophie stefan stefano stephan stephanie stephen steve steven stuart susan
    susanne sven sylvia tatiana ted teresa theodor theodore theresa thierry thomas till tim timothy
    tobias tom tomas toni tony torsten ulrich ulrike umberto ursula uwe valerie vera victor victoria
    vincent viktor virginia vladimir volker walter werner wilhelm will william wolfgang xavier yves
    zoe иван александр сергей владимир николай михаил андрей дмитрий""".split()
)
