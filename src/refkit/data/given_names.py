"""Common given names, which show which of two words without initials is the family name.

The most frequent names in the statistics offices' lists of the countries whose languages most bibliographies
use (SSA, Destatis, INSEE, INE, ISTAT, CBS, SCB); lower case.
"""

GIVEN_NAMES = frozenset(
    """aaron abdul abraham adam adolf adrian agnes agnès ahmad ahmed aidan aisha akira alain alan albert alberto
    alejandra alejandro aleksandr alessandra alessandro alessio alex alexander alexandra alexandre alexis alfonso
    alfred alfredo alice alicia aline alison allan amanda amparo amy ana anatole anders andrea andreas andrej andrew
    andrzej andré andrés angela anita anja anke ann anna anne annette annie anthony antoine anton antonella antonia
    antonio antónio arianna armand armelle arnaud arne arthur arturo astrid aude audrey aurélie axel barbara beatriz
    begoña ben benjamin benoit benoît bernard bernd bernhard bertrand beth birgit bob boris brian brigitte bruce
    bruno béatrice bénédicte camilla camille carl carla carlo carlos carmela carmen carol caroline caterina
    catherine cecilia chantal charles charlotte chiara chris christa christelle christian christiane christina
    christine christoph christophe christopher cinzia claire clara claude claudia claudio clémence colette colin
    concepción consuelo corinne cosimo cristina cristóbal cynthia cyril cécile dagmar damien dan daniel daniela
    daniele danielle daria david deborah delphine denis denise dennis diana diane didier diego dieter dietmar
    dimitri dirk dmitri dolores dominique don donald donatella dora dorothy douglas edith eduardo edward eleanor
    elena elisa elisabeth elisabetta elise elizabeth elke ellen emanuela emanuele emily emma emmanuel emmanuelle
    encarnación enrico enzo eric erich erik erika ernesto ernst esperanza esteban estelle esther etienne ettore
    eugenio eugène eva eve evelyn fabien fabio fabrice fabrizio federico felix ferdinand fernand fernando filippo
    flavia florence florian francesca francesco francine francis francisco franco frank franz françois françoise
    fred frederick frederik friederike friedrich fritz frédéric gabriel gabriela gabriele gaetano gary gaston
    geneviève geoffrey georg george georges gerardo gerd gerhard gernot gertrud ghislaine giacomo gianluca gianni
    gilbert gilles ginevra giorgio giovanna giovanni gisela giulia giuliana giuseppe gonzalo gordon graziella greg
    gregory greta guadalupe gudrun guido guillaume gunter gustav guy gérard günter günther hanna hannah hannes hans
    harald harold harriet harry heather hedwig heidi heike heiko heinrich heinz helen helena helga helmut hendrik
    henri henriette henrik henry herbert hermann hervé hilary hilde holger holly horst hugo hélène ian ignacio igor
    ilaria ilse inge ingeborg ingo ingrid inmaculada inés irene irina isaac isabel isabelle ivan jack jacob
    jacqueline jacques jaime jakob james jan jana jane janet jason javier jean jean-claude jean-françois jean-louis
    jean-luc jean-marc jean-marie jean-paul jean-pierre jeanne jeff jeffrey jennifer jens jeremy jessica jesús jim
    joachim joan joanna joaquín jochen joe joel johan johann johannes john jon jonathan joost jorge josef josefa
    joseph josephine joshua josé joão joël joëlle juan judith julia julian julie julien julio julián justin jutta
    jérôme jörg jürgen karen karin karl karla kate katharina katherine kathleen keith kelly ken kenneth kerstin
    kevin kim klara klaus konrad kristina kurt larry lars laura laurence laurent lawrence lee lena leo leon leonard
    leonardo leonie leticia letizia linda lisa liz loredana lorenzo lothar louis louise lourdes luca lucas lucia
    luciana luciano lucien lucrezia lucy ludovic ludwig luigi luis luisa luise luke lutz léa léon maarten madeleine
    magdalena maja manfred manuel manuela marc marcel marcella marcelle marcello marco marcus margaret margarete
    margarita margherita marguerite maria mariana marianne marie marie-claude marina mario marion mark markus
    marlene marta martha martin martina mary maryse maría massimo mathias mathieu mathilde matteo matthew matthias
    maud maurice maurizio max maxime maximilian maya megan melissa mercedes michael michal michel michele michelle
    miguel mikhail mireille mirella miriam mohamed mohammad mohammed monica monika monique montserrat moritz muriel
    nadia nadine nancy natalie nathalie nathanaël neil nelly nicholas nicola nicolas nicole nicoletta nikolai
    nikolaus nils nina noah nora norbert noëlle odette odile olaf ole olga oliver olivia olivier ornella oscar otto
    pablo pamela paola paolo pascal pascale patricia patrick patrizia paul paula paulina pauline paulo pavel pedro
    peter petra phil philip philippe pia pierre pierre-yves pieter pietro pilar piotr quentin rachel rafael raffaele
    raffaella rainer ralf ralph ramiro ramona ramón raoul raphaël raymond rebecca regina reinhard remedios renata
    renate renato rené renée ricardo riccardo richard rita rob robert roberta roberto robin rocío rodolfo rodrigo
    roger roland rolf romain roman ron ronald rosa rosanna rosario roselyne rosemary rubén rudolf ruth ryan régine
    rémi sabine sabrina sally salvatore sam samantha samuel sandra santiago sara sarah sascha scott sean sebastian
    sebastián serge sergei sergey sergio sharon sigrid silke silvana silvia simon simone sofia solange soledad
    solveig sonja sophie stefan stefania stefano stella stephan stephanie stephen steve steven stuart stéphane susan
    susana susanne sven sylvain sylvia sylviane sylvie sébastien tamara tania tanja tatiana ted teresa teófilo
    theodor theodore theresa thierry thomas till tim timothy tina tobias tom tomas tommaso toni tony torsten tristan
    tullio ulla ulrich ulrike umberto ursula ute uwe valentina valeria valerie valérie vanessa vera veronica vicente
    victor victoria viktor vincent vincenzo virginia virginie vittorio vladimir volker véronique walter wanda werner
    wiebke wilhelm will willem william winfried wolfgang xavier yann yannick yasmin yolanda yves yvonne zoe zofia
    zoé émile émilie éric étienne évelyne александр андрей владимир дмитрий иван михаил николай сергей""".split()
)

# Names of the list above that are also family names.
ALSO_FAMILY_NAMES = frozenset(
    """abdul abraham adam ahmad ahmed alan albert alexander alexis alfonso allan anders andrew anthony arnaud arthur
    ben benjamin benoit benoît bernard bernhard bertrand bruce bruno carl carlo carlos charles christian claude
    colin daniel david denis dennis didier donald douglas edward ernst felix ferdinand francis franco frank franz
    fred frederick friedrich fritz gabriel gary george georges gerhard gilbert gilles gordon gregory guillaume guy
    günther hans harald harold harry heinrich henri henry herbert hermann horst hugo isaac ivan jack jacob jacques
    jakob james jan jason jean jim john jon josef joseph julian karl keith kelly kenneth kim klaus konrad kurt
    laurence laurent lawrence lee leo leon leonard lorenzo louis lucas ludwig luis luke marc marco marcus maria
    marie mario marion mark martin mathias mathieu matthew matthias maurice max michael michel mohamed mohammad
    mohammed neil nicholas nicolas noah oliver olivier otto pablo pascal patrick paul peter philip philippe pierre
    quentin ralph ramón raymond rené richard robert robin rodrigo roger roland roman rosa rosario ruth ryan sam
    samuel santiago scott sebastian serge simon stefan stella stephan stephen stuart sylvain thierry thomas tim tom
    tony tristan ulrich vicente victor vincent walter werner wilhelm will william wolfgang xavier yves""".split()
)

# Of these, the ones that are common as the first of two family names, as in "Martín García, José".
FIRST_OF_TWO_FAMILY_NAMES = frozenset(
    """alfonso benjamin diego francisco gabriel george gonzalo gordon henry jack jaime james john kim lee lewis
    lorenzo luis
    martin martín miguel paul pedro ramón robert ruth santiago simon simón thomas tomas tomás vicente walter""".split()
)
