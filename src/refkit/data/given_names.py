"""Common given names, to tell which of two words without initials is the family name.

The names that bear most people in the statistics offices' lists of the countries whose languages most
bibliographies are in (SSA, Destatis, INSEE, INE, ISTAT, CBS, SCB); lower case.
"""

GIVEN_NAMES = frozenset(
    """aaron abdul abraham adam adolf adrian agnes ahmad ahmed aidan aisha akira alain alan albert alberto
    alejandro aleksandr alessandra alessandro alex alexander alexandra alexandre alfonso alfred
    alfredo alice alicia alison allan amanda amy ana anders andrea andreas andrej andrew andré
    andrés andrzej angela anita anja anke ann anna anne annette annie anthony antoine anton antonia
    antonio antónio arne arthur arturo astrid audrey aurélie axel barbara ben benjamin bernard bernd
    bernhard beth birgit bob boris brian brigitte bruce bruno camilla camille carl carla carlo
    carlos carmen carol caroline catherine cecilia cécile charles charlotte chiara chris christa
    christian christiane christina christine christoph christopher claire clara claude claudia
    clémence colin corinne cristina cynthia dagmar dan daniel daniela daniele daria david deborah
    delphine denis denise dennis diana diane didier diego dieter dietmar dimitri dirk dmitri
    dominique don donald dora dorothy douglas edith eduardo edward eleanor elena elisa elisabeth
    elise elizabeth elke ellen emanuele emily emma emmanuel enrico eric erich erik erika ernesto
    ernst estelle esther etienne eugenio eugène eva eve evelyn émile émilie étienne fabio fabrice
    federico felix ferdinand fernand fernando filippo florian francesca francesco francis francisco
    franco françois françoise frank franz fred frederick frederik friederike friedrich fritz gabriel
    gabriela gabriele gary geoffrey georg george georges gerd gerhard gernot gertrud gérard giacomo gianluca
    gianni gilles giorgio giovanna giovanni gisela giulia giuseppe gordon greg gregory greta gudrun
    guido guillaume gunter gustav guy günter günther hanna hannah hannes hans harald harold harriet
    harry heather hedwig heidi heike heiko heinrich heinz helen helena helga helmut hendrik henri
    henriette henrik henry herbert hermann hélène hilary hilde holger holly horst hugo ian ignacio
    igor ilse inés inge ingeborg ingo ingrid irene irina isaac isabel isabelle ivan jack jacob jacqueline
    jacques jaime jakob james jan jana jane janet jason javier jean jean-claude jean-françois
    jean-louis jean-luc jean-marc jean-marie jean-paul jean-pierre jeff jeffrey jennifer jens jeremy
    jessica jim joachim joan joanna joão jochen joe joel johan johann johannes john jon jonathan
    joost jorge josef joseph josephine josé joshua jörg juan judith julia julian julie julio justin
    jutta jürgen karen karin karl karla kate katharina katherine kathleen keith kelly ken kenneth
    kerstin kevin kim klara klaus konrad kristina kurt larry lars laura laurent lawrence lee lena
    leo leon leonard leonardo leonie linda lisa liz lorenzo lothar louis louise luca lucas lucia
    lucy ludovic ludwig luigi luis luisa luise luke lutz maarten magdalena maja manfred manuel marc
    marcel marcella marcello marco marcus margaret margarete margarita margherita maria mariana
    marianne marie marina mario marion maría mark markus marlene marta martha martin martina mary
    mathias mathilde matteo matthew matthias maud maurice max maximilian maya megan melissa michael
    michal michel michele michelle miguel mikhail mireille miriam mohamed mohammad mohammed monica
    monika moritz nadia nancy natalie nathalie neil nelly nicholas nicola nicolas nicole nikolai
    nikolaus nils nina noah nora norbert odile olaf ole olga oliver olivia olivier oscar otto pablo
    pamela paola paolo pascal pascale patricia patrick paul paula paulina pauline paulo pavel pedro
    peter petra phil philip philippe pia pierre pieter pietro piotr rachel rafael raffaele rainer
    ralf ralph ramona ramón raoul raphaël raymond rebecca regina reinhard renata renate rené régine
    ricardo riccardo richard rita rob robert roberta roberto robin rodolfo rodrigo roger roland rolf
    roman ron ronald rosa rosario rosemary rudolf ruth ryan sabine sally salvatore sam samantha
    samuel sandra sara sarah sascha scott sean sebastian sebastián serge sergei sergey sergio sharon
    sigrid silke silvia simon simone sofia solveig sonja sophie stefan stefano stella stephan
    stephanie stephen steve steven stuart susan susana susanne sven sylvain sylvia sylvie tamara
    tania tanja tatiana ted teresa theodor theodore theresa thierry thomas till tim timothy tina
    tobias tom tomas toni tony torsten tristan ulla ulrich ulrike umberto ursula ute uwe valentina
    valeria valerie vanessa vera veronica véronique victor victoria viktor vincent virginia vittorio
    vladimir volker walter wanda werner wiebke wilhelm will willem william winfried wolfgang xavier
    yasmin yves yvonne zoe zofia иван александр сергей владимир николай михаил андрей дмитрий""".split()
)

# Those of them that families bear, too.
ALSO_FAMILIES = frozenset(
    """abdul abraham adam ahmad ahmed alan albert alexander alfonso allan anders andrew anthony arthur ben benjamin
    bernard bernhard bruce bruno carl carlo carlos charles christian claude colin daniel david denis dennis didier
    donald douglas edward ernst felix ferdinand francis franco frank franz fred frederick friedrich fritz gabriel
    gary george georges gerhard gilles gordon gregory guy günther hans harald harold harry heinrich henri henry
    herbert hermann horst hugo isaac ivan jack jacob jacques jakob james jan jason jean jim john jon josef joseph
    julian karl keith kelly kenneth kim klaus konrad kurt laurent lawrence lee leo leon leonard lorenzo louis lucas
    ludwig luis luke marc marco marcus maria marie mario marion mark martin mathias matthew matthias maurice max
    michael michel mohamed mohammad mohammed neil nicholas nicolas noah oliver olivier otto pablo pascal patrick
    paul peter philip philippe pierre ralph ramón raymond rené richard robert robin rodrigo roger roland roman rosa
    rosario ruth ryan sam samuel scott sebastian serge simon stefan stella stephan stephen stuart sylvain thierry
    thomas tim tom tony ulrich victor vincent walter werner wilhelm will william wolfgang xavier yves""".split()
)
