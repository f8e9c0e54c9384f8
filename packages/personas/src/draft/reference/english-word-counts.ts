/**
 * The 2,500 commonest English content words (base forms), each line a count and the words that have it: how often a
 * word's senses were tagged in the semantic concordances of WordNet (about 234,000 tags). "person", "group" and
 * "location" are left out: there they stand for proper names.
 *
 * Derived from WordNet, under this licence:
 *
 * WordNet Release 3.0
 *
 * This software and database is being provided to you, the LICENSEE, by
 * Princeton University under the following license.  By obtaining, using
 * and/or copying this software and database, you agree that you have
 * read, understood, and will comply with these terms and conditions.:
 *
 * Permission to use, copy, modify and distribute this software and
 * database and its documentation for any purpose and without fee or
 * royalty is hereby granted, provided that you agree to comply with
 * the following copyright notice and statements, including the disclaimer,
 * and that the same appear on ALL copies of the software, database and
 * documentation, including modifications that you make for internal
 * use or for distribution.
 *
 * WordNet 3.0 Copyright 2006 by Princeton University.  All rights reserved.
 *
 * THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON
 * UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR
 * IMPLIED.  BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON
 * UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANT-
 * ABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE
 * OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT
 * INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR
 * OTHER RIGHTS.
 *
 * The name of Princeton University or Princeton may not be used in
 * advertising or publicity pertaining to distribution of the software
 * and/or database.  Title to copyright in this software, database and
 * any associated documentation shall at all times remain with
 * Princeton University and LICENSEE agrees to preserve same.
 */
export const englishWordCounts = `
16667 be
2233 have
2167 say
1837 not
1613 make
1220 man
1211 see
976 do
954 know
786 come
781 give
741 use
732 get take
705 find
691 seem
609 more
603 time
598 go
590 think
560 tell
552 become
544 then
541 feel two
528 now
509 only
501 one
491 other so
486 look
468 begin
450 year
440 work
432 show
431 first
422 even
415 want
411 also
395 leave
387 way
369 try
366 new place
361 face
359 just
355 hear
354 form hold
349 day
347 many still
346 most
344 keep
342 youth
336 thing
328 much
323 stand
319 start
311 provide
309 head
307 need play
306 own
304 mean very
299 here
297 run too
295 good
292 include move
290 people
289 back
288 eye
285 little
282 state
276 all turn
275 put
273 change
271 call
269 appear
267 long
266 follow
257 hand help
256 life study
255 never
250 part
249 again
248 open
246 bring expect live same
243 write
241 reach
240 small three
239 believe consider let
234 end present
230 increase
225 receive
222 last
220 high number
218 lead
217 figure
215 area continue result
214 child serve
213 however
211 pay
209 old remain
208 right
207 report walk
206 problem
205 lie
204 line
203 add like
202 boy develop meet return
201 point
200 fight
199 grow
198 no
196 always cause
195 happen
193 watch
192 close
191 force
190 home
189 light question there
188 foot indicate wait water
185 sit
184 ask remember
183 pass
182 require
181 house
177 great set
176 speak
175 almost
174 determine side voice
173 stop
171 friend hope
170 field
169 experience mind plan read
168 body world
167 night
166 case lose soldier
165 enough
162 talk
161 moment well
159 certain
158 carry produce
157 idea name possible program sound
156 american girl
155 often
154 learn offer
153 important understand
152 cover interest
151 better die far
150 information school
149 drive fire second word
148 answer send
147 contain note once
146 regiment some type
145 allow early four surface thus
144 effect fall woman
143 down enter
141 build large later nothing
140 act
139 action door
138 create several
137 cost spend
136 value
135 development family
134 obtain
133 complete decide fact
132 general next
131 describe different raise reduce
130 death kind love room
129 church ever material
128 position
127 rise
126 establish stay support
125 explain level
124 fear
123 amount country job perhaps
122 best big
121 concern drop
120 rate wife
119 less officer
118 control design direct power rather whole
117 city dark demand hit individual represent seek win
116 attempt cell god reason record spirit wear
115 clear hour young
114 arm involve wonder
113 accept approach away prove view
112 express ground probably stress system today
111 plant public sense
110 center choose claim draw feed quite
109 join kill order share suddenly suggest
108 fail government smile wish
107 already apply five history list month range recognize tree week
106 age purpose war
105 company exist low
104 break buy horse maintain pressure rest
103 assume century really throw
102 base care feeling mother occur picture prevent remove thought
101 business course permit
100 achieve deal land visit
99 fill sometimes
98 effort evidence hard listen sure wall
97 gun matter minute section shoot
96 law past period road sell up usually
95 cut experiment measure method realize stare
94 earth office ride society
93 catch charge half social
92 activity agree difference enjoy money temperature white
91 alone announce available condition forget major mention street
90 dead true wave
89 attend step third
88 morning observe teach therefore
87 battle conduct discover full function mass product single strike various
86 fellow file sing
85 air blue game human leg
84 bear discuss heart real situation
83 enemy finally prepare six stage supply treat
82 ago community distance father national necessary sleep suppose table window
81 able feature issue laugh push reflect smoke student
80 few operate shake
79 about meaning save subject ten touch town wage
78 attitude compare eat improve left member normal short slowly
77 admit attention direction doctor imagine influence test
76 average data object patient pull quality reply rifle sign
75 check deny forward mark near notice red size swing
74 art easy hang price rule
73 car lack letter literature manner merely modern pattern remark simple tall
72 black common contribute desire destroy finish paper regard region religion scene separate success theory
71 dream each economic industry likely march shape together training trouble
70 color gain process source spread statement strong term total
69 attack audience command degree drink expression extend mouth movement ready score shoulder special
68 animal before election event every handle husband refuse sample sort
67 corner cry declare fly future guess opportunity similar south suffer top wide
66 anode basis encourage especially estimate film free glance indeed tone
65 avoid blood cross deep example item late music nature perform simply words
64 book exercise growth insist percent refer repeat worry
63 affect army around difficult piece space story tend
62 aid bad basic chance firm miss party political shout technique train
61 fit front hot means particularly performance promise settle strength
60 floor kid policy property select shelter soon tax
59 cold flow hair hate practice trade treatment
58 address court education gray limit pretty replace role roll spring store summer sun vary vote
57 board dust eliminate employ employee english instead language lip maybe pain possibility travel
56 bed effective final inch private procedure production recommend ship speed strange
55 certainly comrade finger further jew knee lift organization payment reaction river somewhat
54 above arise benefit character comment directly following importance mile nod outside pound publish recall
  season shift shot threaten
53 blow collect emerge farm identify military nearly research song stem struggle text
52 afternoon analysis apparently arrive beat building dance dictionary discussion existence heavy jewish
  larger latter local loud memory million particle propose series site spot stretch urge
51 another any argue bank dominant image immediately introduce murder reveal team volume
50 block catholic circumstance contact ear emotion escape generally manager particular pause press progress
  service son such trial
49 active actually aim brush clearly count deliver demonstrate dress inform lieutenant match on skill sky
  vocational
48 ball contrast crowd detail difficulty element entire equipment federal honor hundred hurry length maximum
  model paint proceed project release requirement sale search structure transfer wrong
47 advance assure burn christian column completely derive distribution doubt energy impossible objective over
  phase protestant solid yard
46 adopt argument behavior bend characteristic clean coffee confront edge empty equal factor grant greater
  hall labor lay marry newspaper personal purchase radiation serious sight straight title west
45 allotment assign award captain carefully college encounter engage entirely fig former income knowledge loss
  muscle north possess recent roar sentence style
44 artist aspect author balance camp clothes cloud define dog enable favor heat inside liberal noise obviously
  physical plane protect schedule specific square surprise unit
43 arc conclude cool display kitchen nation natural operation presently rain respect smell thin tradition
  understanding wild woods yet
42 accomplish bother brother chapter class double dry fool grass intend neighborhood onset proper relationship
  successful teacher tooth victory wash weight
41 appropriate atmosphere brown burst circle essential illustrate intensity mission news oppose portion
  presence preserve previous respond slide slow southern standard stock thick tissue warm writer
40 acquire america aware climb combine corporation depth device disappear flower ignore manage pair quickly
  rapidly sea sharp soil stream succeed sweep trust
39 achievement branch communism defend divide england exactly flash frequently glass happy hardly hotel
  judgment lean meeting mg mount oxygen pace prefer professional reality rear rush tie toss yellow
38 along bond box concentration conclusion couple decision district evening examine extent fix forest gas hide
  machine marriage official operator police promote protest quick soft thousand throat
37 afford bar chair concept contract daily eight exchange flag flee hurt moreover regular reject relate
  sponsor submit variation wind witness worker
36 associate beginning bill communication culture curse explanation fast female fourth gather liquid locate
  ordinary principle race rank relative relatively ring roof seven slip tear village
35 actual brain bullet chest complex compute construct current curve devote distant facility failure foreign
  goal guide judge known men observation original page parent perceive polynomial population primary rage
  relief remind scream silence solve taste tattered yell
34 abandon approve broad busy capacity coat companion component congregation construction county crawl defeat
  defense dollar drag earn easily faith guard guy heavily hill hire jump lock medical neck nose off park peer
  principal quiet reference serum shadow snow solution stone tube union university
33 absence adjust afraid agent ahead bright career colonel conceive content danger date exceed fashion fence
  gaze green instant interpret main provision response round sink smaller staining sudden sunday survive task
  trip truth washington
32 accompany affair apartment appeal authorize battery beam cast chlorine connection considerable constitute
  credit extreme fully fund grab imply invite minimum naturally occurrence opinion pale percentage planning
  poor probability reading request review row russian safe secure sigh significant species tale technical
  undertake upper
31 assert assistance below bitter breath cease cm commission cook correct crash damn drug expose fresh furnish
  hat kick limited mad marketing message moon negro otherwise overcome president recently retire seat strip
  swear telephone usual vision weapon will
30 apart as authority bird blame bottle capable challenge consideration dinner director discharge domestic
  error expense fighting gesture hero hole illusion incident increased institution key lady leap lung market
  notion occasionally petitioner phenomenon pour predict previously pursue quote reader reasonable resume
  scale significance sin somewhere soul speech steal strain suffering sufficient thrust variety vast wheel
  worth
29 account alter anxiety application assemble assumption attach blind citizen club commit communist complain
  darkness deserve exhibit farmer food fraction friendly imagination install lot may nice organize participate
  persuade plot politics popular render rich satisfy services stain steps thyroid tremendous twist wound yield
28 ability appreciate arrest band commercial convert department detective diameter differ emotional
  essentially europe greek independent instrument investigate link load maturity mistake monday network
  nevertheless opposite positive primarily secretary silent sketch stomach trace typical veteran waste
  weakness wet whisper wire
27 agency apparent appearance arrange assist attract bounce campaign compose concerned crack curious debate
  description drill duty emphasize erect exclude extension fat finance fluid folklore frame freedom funny gram
  hypothalamic interesting international involved literary management narrow painting personnel photograph
  practically precisely proclaim protection saline shoe station stick substitute thermal tomorrow transform
  troops vague valley visual warn wing
26 approximately chicken confirm detailed disease earlier emphasis exception explode filled flight guest hr
  humor inner interested june mere metal middle milligram motion movie multiply nine obvious occasion peace
  pocket pond possibly radio react recommendation register relax resist resolve rock saturday sheet slightly
  traditional unusual wavelength welcome western winter yesterday
25 absorb academic accord advise agreement await beautiful belief binomial bit brilliant candidate cattle
  chicago choice colored competition concrete congress consequence cup customer damage decade detergent dirt
  disclose distinct employment entertain evident familiar fifty forgive frequency hence hesitate hospital
  industrial insure kiss milk musical mutter passage pitch please pleasure pool relation rural secret seize
  shine shooting soviet strengthen suit tonight translate twice unable vacation wagon years
24 anger arouse arrangement blanket breathe calculate closed comparison compete composer concentrate dare desk
  distinguish distribute division downtown elect enforce existing expand flat german grade grin grip host
  induce integration interview investigation jerk joy largely master minimal occupy owner pile player related
  resemble scientific self shear signal smooth softly staff suggestion sweet threat uniform unity weigh wood
23 advantage analyze anticipate association background baseball bound bow closely coach condemn conjugate
  critical dangerous daughter despair economy entitle evil expenditure fairly flux focus gradually grasp
  greatly hen holder huge ice impose impress independence jury justice leader majority mud neighbor novel
  occasional papa pick potential powerful practical pray protein pure recreation rough security sequence
  session shade snake snap somehow substantial sufficiently superior ultimate virginia while willing
22 accuse adequate apparatus april attain barn bastard bedroom behave brief camera capital careful cheek chief
  cite combat confidence conviction corpse decline discovery drama environment expert financial fixed garden
  gold govern halt identity immediate in initial instance interrupt label launch leadership loan lower
  northern november pa parallel planet powder pretend prior prominent quantity resource shut steel stir stuff
  stumble suburban supplement swallow swell sympathetic tendency tool tsunami unknown warning writing
21 admire alternative appoint article artistic bind borrow c chain christ coast compel complement conflict
  confusion consciousness consult contemplate continually contribution copy cow cure decrease definition delay
  democratic detect devil dominate dull efficiency establishment famous float flood formation generation
  health historical identical imitation impression iron king legal mexican needed neglect nest organic overall
  pack path perfect philosophy plenty porch preparation properly queen rapid ratio rebel representation
  responsibility satisfactory seriously sex similarly spare status substance survey sympathy tip trail truck
  truly twelve universal valuable values velocity weather whip withdraw
20 arrow bee bet calm category chemical clutch collapse comedy concede connect constant continuous
  conversation cooperate cop crime cultural depart doctrine eager east egg elaborate excitement exert explore
  finding fist flesh fog gay glow greet historian injury inspire intense knock l leaf lick located
  manufacturer meal mine mood normally observer oxidation paris persist phone plunge post profound qualify
  recognition reduction reflection relieve representative resolution reverse rub salesman sensitive shell
  shock simultaneously sister specialist spectrum squeeze stimulate symbol tight tongue tough trend twenty
  weep widely worse worship wounded
19 atom attribute belong briefly brigade capture celebrate comfort comfortable conscience conscious
  considerably contemporary creature crew curiosity dallas deeply denote dislike dismiss distinction effluent
  entry everywhere experimental fasten fish formula funds furthermore gate generate giant graduate grim
  healthy hearing height holmes horror ideal insert interval invent laboratory lost measurement membership
  motive nonspecific nuclear opening owe pansy partly plead praise precede professor pursuant quack readily
  recording root sacrifice safety sail scan scratch sewage sharply sir skin slave southerner split stall star
  strive sum tap target tension thirty tiny tsh wander whisky
18 administer advice anaconda angry awful basement beauty beer beg behind being bloom bottom broken bury cat
  central clarity coincide combination conception context conventional coordinate correspond crouch
  demonstration developed dignity din dozen dramatic entrance evaluate factory fifteen filter firmly forever
  formal french friday fundamental georgia glue hatred hut hypothalamus impact improvement instruct
  instruction journey liquor machinery male marked mate modify murmur musician mysterious mystery necessity
  numerous outcome outline pitcher plug prevail proof proposal quietly radical regional reserve residential
  respectively restrict seed september shop shore sick sport stockholder strongly swiftly talent tangent
  theology tumor upstairs violence weak
17 abroad absolute alive antibody automatically awaken baby bag bid bite cap cent characterize civilization
  cluster collage commence committee communicate commute competitive contend convey corresponding creep crisis
  cuba damned delight density discourage disk disturb driver duck earthquake editor enact enormous equivalent
  examination excellent excuse extremely fine formulate grave honest impulse inquire interior iodine isolate
  isolated jacket landscape lesson longer ma magnitude mail married medium mixture mountain nail negotiate
  oath odd pistol plate precise prevention print proportion regret rent repair restore saddle sexual shower
  someone stagger straighten surely surge suspend sustain tent texture thank tumble utopian vanish wipe wise
16 administrative advanced alert antenna anyway aside awake bat blaze brass brood bunk champion cheer chin
  cigarette cling clock cloth conference conservative convenient creative deduct deduction descend desirable
  dot drift drinking electric electrical endure equally essay european exact exaggerate extensive faint fan
  february folk forbid fulfill glory graph guarantee hasten horizon hunting implication impressive
  increasingly inning instantly interpretation irish lend linguist living luck lyric magazine meanwhile mental
  mess mm necessitate negative nucleus oil opposition origin originate outlook partner patrol personality
  personally philosopher phrase polish possession presumably pride producer proud psychologist rarely recover
  recruit residence rhythm risk roleplaying salt screen selection sensation shame shirt sidewalk silver slam
  smart spark specify spin squat string suburb sweat switch symbolize thunder thyroglobulin uphold useful
  visible wooden zero
15 abstract accommodate ace acre aircraft alaska approval august automobile avocado barrel bench betray bridge
  cancer catcher ceremony chart chase classification clinical collection comprise confuse conversion convince
  core courage delicate devise dirty disaster drunk evidently exciting extraordinary fair fate feeding flame
  found freeze gift glare gradient harbor haste helium honey innocent insight institute interaction invention
  island joke lap laughter lawyer legend loom metropolitan minor moderate nearby objection obligation oblige
  older orange orbit painter patch peculiar perception perfectly plato prepared presentation priest quit
  remarkable republican routine rumor satisfaction scope sensitivity severe sheep slap slash slope span stairs
  stranger studio successfully surplus surprised swift
`;
