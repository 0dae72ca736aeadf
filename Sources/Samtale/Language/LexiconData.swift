/// The lexicons, made from `Language/Lexicons/*.tsv` by `.ci/embed-data`.
enum LexiconData {
  /// The files by language.
  static let files: [(language: String, tsv: String)] = [
    ("en", en),
    ("nb", nb),
    ("nn", nn),
    ("da", da),
    ("sv", sv),
  ]

  static let en = #"""
    # English cues for Samtale. Columns: identifier, class, pattern, note (optional), separated by tabs.
    # The pattern language is described in README.md beside this file.
    # The minimal and question rules were measured on AMI meetings (AMICueTests); the others were not.
    #
    # -- named lists
    en.list.be	list	(is|are|was|were|am)
    en.list.have	list	(have|has|had)
    en.list.modal	list	(can|could|will|would|shall|should|may|might|must)
    en.list.do	list	(do|does|did)
    en.list.negated	list	(isn't|aren't|wasn't|weren't|haven't|hasn't|hadn't|can't|couldn't|won't|wouldn't|shouldn't|don't|doesn't|didn't|ain't)
    en.list.subject	list	(i|you|he|she|it|we|they|this|that|there|these|those|everybody|everyone|anyone|anybody|somebody|someone)
    en.list.person	list	(i|you|he|she|it|we|they|that|there)
    en.list.degree	list	(so|very|really|quite|pretty|rather|too|fairly|absolutely|totally|extremely|just|all|super|that|more|a bit|a little|a little bit|kind of|sort of|really really|very very|not|not so|not very|not too|not that|not bad|much)
    en.list.quality	list	(good|great|nice|fine|perfect|excellent|brilliant|lovely|cool|fantastic|wonderful|amazing|awesome|interesting|important|useful|helpful|clever|smart|funny|weird|strange|odd|sad|bad|terrible|awful|horrible|difficult|hard|tough|easy|simple|impressive|beautiful|pretty|ugly|handy|reasonable|sensible|logical|possible|impossible|true|clear|better|best|worse|worst|fun|crazy|annoying|boring|exciting|expensive|cheap|super|sweet|neat|ideal|superb|incredible|unbelievable|splendid|marvellous|great idea|good idea|nice idea|good point|fair point|good question|good one|nice one|good thing|good work|good job|nice work|well done|lucky|unlucky|hilarious|fascinating|ridiculous|silly|tricky|okay|alright|ok|enough|good enough|fair)
    en.list.wh	list	(what|where|when|why|who|how|which|whose)
    en.list.negation	list	(no|not|never|none|nobody|nothing|neither|nor|cannot)
    #
    # -- minimal: tokens
    en.minimal.yeah	minimal	(yeah|yea|yah|yeh|ye|aye)
    en.minimal.yes	minimal	(yes|yep|yup|yip)
    en.minimal.mhm	minimal	(mhm|mmhm|mm-hmm|mmhmm|mhmm|uh-huh|um-hmm|umhm|um-hum|uhuh|uh-hum|mm-mm|nuh-uh|uh-uh)
    en.minimal.mm	minimal	(mm|mmm|mmmm|hm|hmm|hmmm|huh|m)
    en.minimal.okay	minimal	(okay|ok|'kay|okey|okey-dokey|okey-doke|okie|dokie|kay|o.k|k)
    en.minimal.right	minimal	(right|righty|right-o|righto)
    en.minimal.alright	minimal	(alright|all right|allright)
    en.minimal.sure	minimal	(sure|for sure|sure thing)
    en.minimal.no	minimal	(no|nope|nah|no no|nay)
    en.minimal.oh	minimal	(oh|ah|aha|ahh|ooh|ohh|ooo|oo|o|a-ha|ah-ha)	change of state
    en.minimal.wow	minimal	(wow|whoa|gosh|god|my god|my|dear|blimey|jeez|gee|my goodness|goodness|oops|whoops|ouch|yay|hooray)
    en.minimal.really	minimal	^(really|not really)$
    en.minimal.exactly	minimal	(exactly|precisely|absolutely|definitely|indeed|totally|certainly|obviously|naturally|clearly|completely)
    en.minimal.true	minimal	(true|correct|agreed|understood|noted|granted|very true|quite right|too right|damn right|not true)
    en.minimal.of-course	minimal	(of course|course)
    en.minimal.maybe	minimal	(maybe|perhaps|probably|possibly|presumably|apparently|hopefully)
    en.minimal.thanks	minimal	(thank you|thanks|cheers|thank you very much|thanks very much|thanks a lot|many thanks|thank you so much|thank you all|thanks everyone|thanks guys|thanks all|ta)
    en.minimal.thanks-name	minimal	^(thank you|thanks|cheers) _$
    en.minimal.sorry	minimal	(sorry|i'm sorry|pardon|excuse me|pardon me)
    en.minimal.please	minimal	(please|yes please|go on|go ahead|carry on)
    en.minimal.greeting	minimal	(hello|hi|hey|bye|goodbye|bye-bye|good morning|good afternoon|see you|see you later|you're welcome|welcome)
    #
    # -- minimal: phrases
    en.minimal.i-see	minimal	(i see|i see that|i get it|i get that|i got it|i gotcha|gotcha|got it|i know|i know that|i understand|i hear you|i know what you mean|i see what you mean|i know yeah|i knew it|makes sense|that makes sense|it makes sense)
    en.minimal.thats-right	minimal	(that's|that is|it's|it is|'s|you're|you are|they're|he's|she's) (right|true|correct|it|so|quite right|very true|quite true|also true|true too|fair|fair enough|absolutely right|exactly right|for sure)
    en.minimal.thats-it	minimal	^(that is|that's it|this is|that's the one|that's what i thought|that's what i mean|same here|me too|me neither|you too|likewise|ditto)$
    en.minimal.agree	minimal	(i agree|i agree with that|i agree with you|i disagree|i would agree|i'd agree|i totally agree|i fully agree|i quite agree)
    en.minimal.think-so	minimal	(i|we) (think so|guess so|suppose so|suppose|guess|hope so|hope not|believe so|think so too|think not|imagine so|don't think so|reckon so|reckon|would think so|would say so|doubt it|bet)
    en.minimal.think-that-right	minimal	i think (that's|that is|it's|you're) (right|true|correct)
    en.minimal.fair-enough	minimal	(fair enough|no problem|no problems|no worries|never mind|not at all|no way|not yet|not quite|not exactly|not necessarily|not really|of course not|definitely not|absolutely not|probably not|maybe not|why not|i'm sure|i am sure|exactly right|not sure|i'm not sure|sounds right|by all means|that'll do|it's okay|it's alright|that's okay|that's alright|that's all right|it's fine)
    en.minimal.echo-be	minimal	^(yes|yeah|no|so|) @person (is|are|was|were|am|do|does|did|can|could|will|would|should|have|has|had|might|may|must) (not|too|indeed|yeah|yes|)$	it is; they do
    en.minimal.echo-negated	minimal	^(yes|yeah|no|) @person (isn't|aren't|wasn't|weren't|don't|doesn't|didn't|can't|couldn't|won't|wouldn't|shouldn't|haven't|hasn't|hadn't|'m not|'re not)$
    en.minimal.echo-contracted	minimal	^(i'm|we're|they're|you're|it's|he's|she's|that's) not$
    en.minimal.echo-inverted	minimal	^(so|neither|nor) (do|does|did|am|is|are|was|were|have|has|can|could|will|would|should) @person$
    en.minimal.do-so	minimal	^(do|did|does|is|are|was|has|have) (it|they|you|he|she|we)$	newsmarker: did they?
    en.minimal.oh-well	minimal	(oh well|ah well|well yeah|well yes|well no|well okay|oh no|oh dear|oh my god|oh god|oh right)
    en.minimal.if-you-like	minimal	^(if you like|if you want|as you like|up to you|whatever|you know|let's go|let's see)$
    #
    # -- filler
    en.filler.um	filler	(um|umm|uh|uhh|er|erm|uhm|eh|ehm|euh|hum|mmh|ehh)
    en.filler.so	filler	(so|well|and|but|or|now|then|because|'cause|cause|cuz|also|anyway|like|actually|basically|just|still)
    en.filler.you-know	filler	(you know|i mean|let me see|let's see|sort of|kind of|how do you say|what do you call it)
    en.filler.see	filler	^(see|say|look|listen)$
    #
    # -- assessment
    en.assessment.quality	assessment	@quality
    en.assessment.degree-quality	assessment	@degree @quality
    en.assessment.frame	assessment	(that's|that is|it's|it is|this is|that was|it was|they're|they are|that'd be|it'd be|that would be|it would be|that'll be|it'll be|that will be|that sounds|sounds|it sounds|that looks|looks|it looks|this looks|they look|that seems|seems|it seems|that feels|feels|how|you're|i'm|what's|those are|these are|all) (@degree|) (a|an|the|) @quality
    en.assessment.frame-too	assessment	(that's|that is|it's|it is) (@degree|) @quality (too|as well|though|actually|really|indeed|then|for me|for you|for us|anyway|yeah)$
    en.assessment.i-like	assessment	(i|we) (@degree|) (like|love|hate|prefer|liked|loved) (it|that|this|them|that one|this one|the idea|that idea|this idea)
    en.assessment.what-a	assessment	^what a _$
    en.assessment.what-a-two	assessment	^what a _ _$
    en.assessment.what-a-shame	assessment	(a shame|a pity|what a shame|what a pity|that's a shame|that's a pity|too bad|bad luck|good luck|congratulations|no wonder|good for you|not bad|not too bad)
    en.assessment.adjective-idea	assessment	(a|the|) (@degree|) @quality (idea|point|question|one|thing|stuff|work|job|news|choice|plan|solution|suggestion)
    en.assessment.i-think	assessment	(i think|i guess|i find) (that's|that is|it's|it is|that would be|it would be) (@degree|) (a|) @quality
    #
    # -- question
    en.question.inversion-be	question	^(is|are|was|were|am) @subject	is it …
    en.question.inversion-be-noun	question	^(is|are|was|were) (the|your|our|my|his|her|their|any)
    en.question.inversion-have	question	^(have|has|had) (i|you|he|she|it|we|they|this|that|there|anybody|anyone|everybody|everyone)
    en.question.inversion-modal	question	^(can|could|will|would|shall|should|may|might|must) @subject
    en.question.inversion-modal-noun	question	^(can|could|will|would|should) (the|your|our|people|users) _
    en.question.inversion-do	question	^(do|does|did) (i|you|he|she|it|we|they|this|that|these|those|anybody|anyone|everybody|everyone|people|the|your|our)
    en.question.inversion-negated	question	^@negated (i|you|he|she|it|we|they|this|that|there|the|these|those|people)
    en.question.after-comma	question	, (is|are|do|does|did|can|could|should|would|will|shall|have|was|were) (you|we|it|they|he|she|i|there) _
    en.question.after-comma-that	question	, (would|will|does|did|isn't|aren't|don't) (it|that|this|you|we|they|the)
    en.question.wh-aux	question	^(what|where|when|why|who|how|whose) (is|are|was|were|am|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must|isn't|aren't|don't|doesn't|didn't|can't|couldn't|won't|wouldn't|shouldn't|'s|'re|'d|'ll)
    en.question.whats	question	^(what's|where's|who's|how's|when's|why's|what're|how're|where're|how'd|what'd|where'd|who'd)
    en.question.what-about	question	^(what|how) about
    en.question.which-aux	question	^which (do|does|did|would you|should we|would we|can we|of|are you|one is|one do|is it)
    en.question.wh-noun	question	^(what|which|whose) (kind|kinds|sort|sorts|type|types|colour|colours|color|size|shape|time|part|parts|one|ones|way|things|features|number|day|year|page|button|buttons|material|materials|price|else|if|exactly|of)
    en.question.how-much	question	^how (much|many|long|often|far|big|old|large|small|high|soon|come|important|expensive|difficult|else|exactly|would|well)
    en.question.wh-alone	question	^(what|why|who|where|when|how|which one|what else|who else|why not|how so|like what|such as what|for what|which ones|in what way|what for|says who|what exactly|how come|what then|so what)$
    en.question.prep-wh	question	^(in|for|on|at|to|from|of|with|by) (what|whose|how many|how much)
    en.question.who-verb	question	^who (wants|want|starts|goes|knows|needs|should|first|will|says|said)
    en.question.which-noun	question	^which _ (is|are|was|were|do|does|did|has|have|should|would|will)
    en.question.why-not	question	^why (not|don't|do|does|did|is|are|would|should|can't|didn't|doesn't)
    en.question.anything	question	^(anything|anybody|anyone|any) (else|more|questions|other|thoughts|comments|ideas|suggestions|objections|problems|issues)
    en.question.any-word	question	^any (good|other|more|particular|further|) (ideas|thoughts|questions|comments|suggestions|opinions|preferences|feedback)
    en.question.you-mean	question	^(you mean|you mean like|meaning|you're saying|so you mean|you think that|you think it's)
    en.question.tag-negated	question	(isn't|aren't|wasn't|weren't|haven't|hasn't|hadn't|can't|couldn't|won't|wouldn't|shouldn't|don't|doesn't|didn't|ain't) (i|you|he|she|it|we|they|that|there)$	…, isn't it
    en.question.tag-positive	question	(not|n't|never|no) ... , (is|are|was|were|do|does|did|can|could|will|would|has|have) (i|you|he|she|it|we|they|there)$
    en.question.tag-huh	question	, (huh|eh|innit)$
    en.question.or-not	question	(or what|or something else|or is it|or are they|or are we|or do we|or do you|or should we|or is that)$
    en.question.or-inverted	question	(or|and) (is|are|do|does|did|should|can|could|would|will|shall) (it|we|you|they|that|there|i) _
    en.question.indirect-wonder	question	(i wonder|i was wondering|i'm wondering|we were wondering|just wondering) (if|whether|what|how|why|where|who|when)
    en.question.indirect-tell	question	(can|could|would) you (please|maybe|just|) (tell|explain|say|show|repeat|remind|elaborate|give)
    en.question.do-you-know	question	(do you|does anyone|does anybody|do we|did you|anyone|anybody) (know|think|have|want|remember|agree|mean|like|understand|see)
    en.question.what-do-you	question	(what|how|where|why|when|who|which) (do|did|does|would|should|could|can|will|are) (you|we|they|i) (think|mean|want|say|feel|reckon|suggest|do|call|prefer|know|like|need|have|get|going|doing)
    en.question.wh-inverted	question	(what|how|where|why|who) (do|did|does|should|can|could|would|will|are|have) (you|we|they|he|she|it|i)	embedded clauses do not invert
    en.question.dont-you-think	question	(don't you think|don't you agree|wouldn't you say|do you think|what do you think|are you sure|you know what i mean|if that's okay|is that okay|is that right|is that alright|what about you|how about you)$
    en.guard.you-know	notquestion	(you know what|what is it|what's it called|what do you call it|what do you call them|what do you call that|how do you say|what was it|what's the word|how do you call it)	searching for a word
    en.guard.so-do-i	notquestion	^(so|neither|nor) (do|does|did|am|is|are|was|were|have|has|can|could|will|would|should) @person$	an echo
    en.guard.order	notquestion	^(do|don't|have) (it|that|this|the|these|those) 	an order
    en.guard.had-i	notquestion	^had (i|you|he|she|it|we|they) ... , (i|you|he|she|it|we|they) (would|could|might)	conditional
    en.guard.what-is-is	notquestion	^what (is|was) ... (is|was) (that|the|a|to)	what is important is that
    en.guard.may-be	notquestion	^(may be|might be|can be|could be|would be|should be|must be|will be|can do|could do|will do|would do|might as well)	no subject
    en.guard.that-is-what	notquestion	(that's|that is|this is|here's|it's) (what|where|when|why|who|how)
    #
    # -- opening
    en.opening.okay-so	opening	^(okay|ok|right|alright|all right|'kay|kay|well|now|good|great|anyway) , (so|then|now|well|let's|let us|next|first)
    en.opening.okay-so-plain	opening	^(okay|ok|right|alright|all right|now|good) (so|then|now|well|let's|next)
    en.opening.now	opening	^now
    en.opening.next	opening	(next|last|final|first|second|third|other|following) (item|point|topic|thing|question|step|issue|slide|part|subject|thing on|one on)
    en.opening.next-start	opening	^(next|first of all|firstly|first|to start with|to begin with|secondly|finally|lastly|first off|for starters|moving on|by the way)
    en.opening.agenda	opening	(agenda|minutes|meeting|item*|agenda's)
    en.opening.lets	opening	(let's|let us|shall we|we should|we can|we could|we'll|i'll|i will|i want to|i'd like to) (start|begin|talk about|look at|get started|kick off|move on to|turn to|go to|go through|discuss|go back to|return to|welcome)
    en.opening.start-with	opening	(start with|begin with|kick off|get started|start off|starting with|start by)
    en.opening.back-to	opening	(back to|coming back to|going back to|when it comes to|as for|as regards|with regard to|regarding|concerning|speaking of|on to|over to)
    en.opening.what-about	opening	^(what|how) about
    en.opening.another	opening	^(another|one more|one last|one other) (thing|point|question|issue|topic)
    en.opening.welcome	opening	(welcome|good morning|good afternoon|hello everybody|hello everyone|hi everybody|hi everyone)
    en.opening.summary	opening	(to sum up|sum up|summarise|summarize|recap|in summary|to conclude|wrap up)
    en.opening.purpose	opening	(the purpose|the aim|the goal|the plan|the idea) (of|for) (this|today|the)
    en.opening.noun-then	opening	^_ , then$	Money, then.
    en.opening.two-then	opening	^(the|your|our|my|his|her|from|over) _ , then	From me, then; The house, then
    en.opening.over-to-you	opening	^(over to you|over to me|from me|from us|from my side|for my part|my part|my turn|your turn|it's me now|is it me)
    en.opening.there-is	opening	^(then|now) (there's|there is|there was|we have|we've got|we come to)
    en.opening.one-thing	opening	^(there's|there is|there was|i've|i have|i had|just|) (one|another|two|three|the other|the second|one other|one more|some other) (thing|things)
    en.opening.by-the-way	opening	(by the way|while we're at it|while i remember|while i've got you|while i have you|speaking of which)
    en.opening.may-i-ask	opening	^(can|could|may) i (just|) ask	a question is announced: something new comes
    #
    # -- closing
    en.closing.thats-all	closing	(that's|that is|that was|that'll be|that would be) (it for|everything|about it|basically it|pretty much it|it really|it then|me done|all from me|all i have|all i've got|it from me|the end)
    en.closing.thats-it-end	closing	^(that's it|that is it|that was it|that's all|that is all|that was all|that's about it|and that's it|so that's it|so that's all)$
    en.closing.move-on	closing	(let's|let us|shall we|we can|we should|should we|we'll|we could|can we|we have to|we need to) (just|probably|now|maybe|) (move on|move along|go further|wrap up|wrap this up|wrap it up|stop there|stop here|leave it there|leave it at that|leave it here|leave that there|call it a day|conclude|close this|close that|close it|round off)
    en.closing.move-on-end	closing	(let's|let us|shall we|we can|we should|should we|we'll|we could|can we|we have to|we need to) (just|probably|now|maybe|) (go on|continue|carry on|go ahead|finish|stop|close|end|leave it|leave that) (then|now|)$	with more after it, it goes on about something: «we can stop the belt»
    en.closing.i-move-on	closing	(i'll|i will|i want to|i'd like to) (just|) (move on|stop there|stop here|leave it there|leave it at that)	not «I'll go on a Thursday», not «I'd like to go through»
    en.closing.next-item	closing	^(next item|next point|next topic)	not «the next item is the phone line», which opens
    en.closing.on-to-next	closing	(on to the next|move to the next|go to the next|moving on)
    en.closing.nothing-more	closing	(nothing more|nothing else|no more questions|no more comments|no further questions|no other questions|nothing to add|no more to say) (to say|to add|to discuss|) (from me|from us|from my side|then|really|now|)$
    en.closing.need-not-say	closing	(don't|do not|needn't) (have to|need to|) (say|talk|discuss) (any|) more
    en.closing.anything-else	closing	^(is there|was there|have you|have we|has anyone|has anybody|do you have|have you got|) (anything else|anything more|any other questions|any more questions|any questions|any other comments|any other points|any last|any final)	an offer to close, at the beginning of its sentence
    en.closing.other-business	closing	(any other business|anything to add)
    en.closing.done	closing	(we're|we are|i'm|i am) (all|) (done|finished|through) (then|now|here|)$
    en.closing.done-with	closing	(we're|we are|i'm|i am) (all|) (done|finished|through) with (that|this|it|that one|this one)
    en.closing.thats-done	closing	^(so|and|then|right|) (that's|that is|that was) (done|settled|sorted|decided) (then|now|)$
    en.closing.meeting	closing	(end|close|finish|conclude|wrap up|adjourn|finishes|ends|concludes) (of|) (the|this|our) (meeting|session|discussion)
    en.closing.thanks-today	closing	(thank you all|thanks for today|thank you for today|thanks for coming|thank you for coming|thanks for your time|thank you everybody|thank you everyone|thanks everybody|thanks everyone|thanks for now|see you next time)
    en.closing.enough	closing	(that's enough|enough about|enough of that|leave it at that|let's leave it|settled then|that's settled|that settles it|agreed then|so we agree|we're agreed|we are agreed)
    #
    # -- deferral
    en.deferral.come-back	deferral	(come|get|go|return) back to (that|this|it|you|them|those) (later|)
    en.deferral.coming-back	deferral	(we'll|we will|we can|we could|i'll|let's|shall we|we should) ... (take|talk|look|discuss|return|come back|deal|sort|do|leave) ... (later|later on|next time|next meeting|another time|afterwards)	«I start next week» puts nothing off
    en.deferral.next-time	deferral	(take|talk|look|discuss|return|come|deal|sort|leave|save) ... (next time|next meeting|another time|later on|some other time|at the next meeting|in the next meeting|at a later)
    en.deferral.for-next-time	deferral	(for|until|till|to) (next time|the next meeting|next meeting|another time|some other time)$
    en.deferral.put-off	deferral	(put it off|put that off|put this off|put that aside|put it aside|park that|park it|park this|postpone*|leave that for|leave it for|save that for|save it for|wait until|wait till|hold off|table that)
    en.deferral.see-about	deferral	(we'll see|we will see|we shall see|we'll have to see|i'll have to see|let's see how it goes|let's wait and see|wait and see|we'll find out) (about that|about it|how it goes|what happens|then|later|)$	not «we'll see you on Monday», «I have to see the doctor»
    #
    # -- disclaimer
    en.disclaimer.role	disclaimer	(beyond|outside|not|isn't|not really|not actually|outside of) (my|our) (role|job|responsibility|task|remit|area|department|field|business|call|decision|place|thing|expertise)
    en.disclaimer.better-contact	disclaimer	(you|you'd|you had) (better|have to|need to|must|should|would have to|will have to|should probably|had better|'ll have to) (contact|ask|call|ring|speak to|talk to|phone|see your doctor|take that with|take it up with)
    en.disclaimer.dont-know	disclaimer	(i|we) (really|honestly|actually|just|also|) (don't|do not|dunno|wouldn't) (really|actually|) know (yet|either|really|about that|about it|that|anything about that|anything about it|)$	with a clause after it («I don't know where he sits») it asks or hesitates
    en.disclaimer.dont-know-more	disclaimer	(i|we) (really|honestly|actually|just|also|) (don't|do not|wouldn't) (really|actually|) know , (sorry|you|ask|that's|they|i'm|but you|but that's)
    en.disclaimer.dunno	disclaimer	(dunno|no idea|not a clue|no clue|haven't a clue|haven't got a clue|don't have a clue|don't have any idea|i've no idea)$
    en.disclaimer.cant-say	disclaimer	(i|we) (can't|cannot|couldn't|can not) (really|) (say|tell|answer|help|decide|comment|promise|do anything)
    en.disclaimer.not-for-me	disclaimer	(not for me to|not up to me|not mine to|nothing i can do|nothing we can do|out of my hands|not something i can|not my place)
    en.disclaimer.someone-else	disclaimer	(someone|somebody|anyone) else (will|would|should|has to|needs to|must|decides)
    #
    # -- assent
    en.assent.yeah	assent	(yeah|yes|yep|yup|ye|aye|yea|yah)
    en.assent.okay	assent	(okay|ok|'kay|kay|alright|all right|right|sure|fine|good|great|cool|perfect|excellent)
    en.assent.mm	assent	(mm|mhm|mm-hmm|uh-huh|mmm|mmhmm|hmm)
    en.assent.exactly	assent	(exactly|absolutely|definitely|indeed|true|correct|agreed|of course|certainly|precisely|fair enough|that's right|that's true|i agree|i see|i know|got it|thank you|thanks)
    #
    # -- words that cannot end a sentence
    en.dangling.article	dangling	(a|an|the|my|your|our|their|its|every)
    en.dangling.conjunction	dangling	(and|but|or|because|if|whether|although|unless|than|as|while|since|that's|so|like)
    en.dangling.preposition	dangling	(of|to|for|from|with|at|by|into|about|on|in|between|without|per)
    en.dangling.subject	dangling	(i|we|he|she|they|it's|i'm|we're|they're|he's|she's|you're|i've|we've|i'd|we'd|i'll|we'll|it'll|they've|there's|what's|who's|let's|where's|gonna|wanna|it|you)
    en.dangling.determiner	dangling	(very|really|quite|rather|some|any|which|who|when|where|how|what|maybe|whose)
    en.dangling.auxiliary	dangling	(is|are|was|were|am|be|have|has|had|will|would|can|could|should|might|don't|didn't|doesn't|isn't|can't|won't)
    #
    # -- stop words
    en.stop.pronouns	stop	(i|me|my|mine|myself|you|your|yours|yourself|he|him|his|himself|she|her|hers|herself|it|its|itself|we|us|our|ours|ourselves|they|them|their|theirs|themselves|this|that|these|those|one|ones|someone|somebody|something|anyone|anybody|anything|everyone|everybody|everything|nobody|nothing|who|whom|whose|which|what|other|others|another|each|both|such|same|own|thing|things|stuff|lot|lots|bit|way|kind|sort|guys|people)
    en.stop.contracted	stop	(i'm|i've|i'd|i'll|you're|you've|you'd|you'll|he's|he'd|he'll|she's|she'd|she'll|it's|it'd|it'll|we're|we've|we'd|we'll|they're|they've|they'd|they'll|that's|that'd|that'll|there's|here's|what's|who's|where's|how's|let's|there'd)
    en.stop.verbs	stop	(am|is|are|was|were|be|been|being|have|has|had|having|do|does|did|done|doing|can|could|will|would|shall|should|may|might|must|ought|get|gets|got|getting|go|goes|going|gone|went|gonna|wanna|want|wants|wanted|make|makes|made|making|take|takes|took|say|says|said|saying|think|thinks|thought|thinking|know|knows|knew|mean|means|meant|see|seen|saw|look|looks|looking|come|comes|came|coming|put|need|needs|needed|try|trying|let|like|likes|guess|suppose|seem|seems|keep|give|use|used|using|happen|happens|sounds)
    en.stop.negated	stop	(not|isn't|aren't|wasn't|weren't|haven't|hasn't|hadn't|can't|cannot|couldn't|won't|wouldn't|shouldn't|don't|doesn't|didn't|ain't|never|neither|nor|none)
    en.stop.small	stop	(a|an|the|and|but|or|if|because|as|until|while|of|at|by|for|with|about|against|between|into|through|during|before|after|above|below|to|from|up|down|in|out|on|off|over|under|again|further|then|once|here|there|when|where|why|how|all|any|few|more|most|some|no|only|own|so|than|too|very|just|also|even|still|yet|ever|always|often|already|almost|quite|rather|really|actually|basically|probably|perhaps|maybe|much|many|well|now|back|around|away|though|although|whether|since|without|within|else|first|second|next|last|good|right|sure|enough|every|little|least|less|able|different|course|anyway|kinda|sorta|whatever|however|instead|together|per|yes|yeah|okay|two|three)

    """#

  static let nb = #"""
    # Norwegian Bokmål cues for Samtale. Columns: identifier, class, pattern, note (optional), tabs between.
    # The pattern language is described in README.md beside this file.
    # A DRAFT: no annotated Norwegian conversations were at hand, so nobody has measured these rules.
    # Corrections and additions are very welcome, above all from people who transcribe such talk.
    #
    # -- named lists
    nb.list.verb	list	(er|har|kan|vil|skal|må|bør|får|går|tror|synes|syns|vet|husker|trenger|kunne|ville|skulle|burde|måtte|var|hadde|ble|blir|fikk|gikk|gjør|gjorde|sier|sa|tenker|mener|ønsker|kjenner|ser|føler|liker|bruker|kommer|tok|tar|står|ligger|finnes|fins|orker|klarer|rekker|passer|stemmer|jobber|bor|hører|forstår|skjønner|prøver|snakker|begynner|sover|spiser|leser|søker|savner|gleder|pleier|tør|venter|lurer|regner|betyr|gjelder|fungerer|hjelper|heter|vurderer|slipper|fikser|greier|slutter|ringte|snakket|prøvde|møtte|søkte)	finite verbs that open yes/no questions
    nb.list.subject	list	(du|dere|de|vi|jeg|han|hun|det|den|man|noen|alle|dette|denne|disse|ikke du|ikke dere|ikke vi|ikke det|ikke den|ikke jeg|ikke han|ikke hun|ikke de)
    nb.list.wh	list	(hva|hvem|hvor|hvordan|hvorfor|hvilken|hvilket|hvilke|åssen|hvorhen)
    nb.list.negation	list	(ikke|nei|aldri|ingen|ingenting|verken|neppe|heller ikke)
    nb.list.degree	list	(så|veldig|kjempe|ganske|utrolig|svært|superduper|helt|skikkelig|fryktelig|ordentlig|rimelig|litt|for|bare|ikke|ikke så|jo|også|egentlig|virkelig|riktig|alldeles|sabla|dritt|kjempe|så veldig|nokså|temmelig|jo veldig|jo så|jo litt|jo ganske|jo også|nesten|mer|mye|enda)
    nb.list.quality	list	(bra|fint|fin|fine|flott|supert|super|godt|gode|god|hyggelig|hyggelige|viktig|viktige|interessant|interessante|spennende|vanskelig|vanskelige|trist|synd|leit|dumt|kjedelig|kjekt|kjempebra|kjempefint|kjempeflott|kjempegodt|kjempeviktig|kjempespennende|kjempehyggelig|kjempegøy|veldig|nydelig|perfekt|utmerket|strålende|fantastisk|herlig|koselig|morsomt|moro|gøy|artig|rart|merkelig|rørende|imponerende|skummelt|slitsomt|tungt|tøft|tøff|krevende|lett|enkelt|vrient|tragisk|forferdelig|grusomt|fælt|ille|dårlig|verre|verst|bedre|best|bedriten|urettferdig|rettferdig|lurt|smart|nyttig|fornuftig|klokt|naturlig|forståelig|vanlig|rimelig|logisk|realistisk|mulig|umulig|deilig|bittert|bekymringsfullt|frustrerende|irriterende|skuffende|positivt|negativt|modig|sterkt|flinkt|flink|dyktig|heldig|uheldig|godt nok|bra nok|fint nok|godt å høre|bra å høre|hyggelig å høre|fint å høre|trist å høre|leit å høre|kjempefint å høre|artig å høre|godt å vite|fint å vite|greit å vite|greit å høre|god idé|god ide|lurt å vite|så bra|så fint|så godt|bra jobba|bra jobbet|godt jobba|godt jobbet|godt gjort|godt sagt|godt poeng|godt spørsmål|gode nyheter|kult|kul|rått|sykt|rart å|til å bli glad av|på tide|det beste|det verste)
    #
    # -- minimal: tokens
    nb.minimal.ja	minimal	(ja|jaa|jaha|ja-a|jaja|jajaja|ja ja|ja visst|javisst|javel|ja vel|jada|ja da|jau|jauda|jadda|ja takk|ja men)
    nb.minimal.jo	minimal	(jo|joda|jo da|joa|jovisst|jo visst|jo men|jo takk|tja|tjo|jæ)	answer after a negative
    nb.minimal.nei	minimal	(nei|næ|nei da|neida|nei nei|neinei|nei vel|neivel|nei takk|niks|nei men|neimen|næh|nehei|nei visst)	also acknowledges negatively framed talk; no sign of disagreement by itself
    nb.minimal.mm	minimal	(mm|mmm|mmmm|mhm|mmhm|m-hm|mm-hm|mm-hmm|hm|hmm|hmmm|m|mhmm)
    nb.minimal.ok	minimal	(ok|okei|okay|okey|åkei|oki|okidoki|o.k)
    nb.minimal.greit	minimal	(greit|greit det|greit nok|det er greit|det går greit|det er helt greit|helt greit|den er grei|den er god|det var greit|det er greit det|det går bra|det går fint|det er i orden|i orden|det er fint det|grei)
    nb.minimal.fint	minimal	^(fint|bra|flott|godt|supert|topp|perfekt)$	alone: receipt rather than evaluation
    nb.minimal.akkurat	minimal	(akkurat|nettopp|riktig|presis|nemlig|akkurat det|akkurat ja|nettopp det|nettopp ja|eksakt|helt riktig|helt korrekt|korrekt|ja nettopp|akkurat som)
    nb.minimal.sant	minimal	(sant|ikke sant|sant nok|så sant|sant det|helt sant|det er så sant|det er sant|det er jo sant|det er sant det|det er helt sant)
    nb.minimal.stemmer	minimal	(stemmer|stemmer det|det stemmer|det stemmer det|det stemmer godt|det stemmer nok|det gjør nok det|stemmer nok)
    nb.minimal.klart	minimal	(klart|så klart|såklart|klart det|visst|sikkert|helt sikkert|selvfølgelig|selvsagt|naturligvis|absolutt|garantert|definitivt|ja absolutt|åpenbart|helt klart|utvilsomt|det er klart|det er klart det|ja klart|så absolutt|så visst|sikkert det)
    nb.minimal.enig	minimal	(enig|helt enig|jeg er enig|jeg er helt enig|enig i det|jeg er enig i det|det er jeg enig i|det er jeg helt enig i|vi er enige|det er vi enige om|uenig|ikke enig|ja enig)
    nb.minimal.skjonner	minimal	(skjønner|forstår|jeg skjønner|jeg forstår|jeg ser|jeg ser det|jeg vet|jeg vet det|det vet jeg|det skjønner jeg|det forstår jeg|jeg skjønner det|jeg forstår det|jeg hører|jeg hører det|jeg hører hva du sier|det ser jeg|den er grei|jeg skjønner hva du mener|jeg forstår hva du mener|mottatt|oppfattet|notert|forstått|skjønte det|den tar jeg)
    nb.minimal.aha	minimal	(å|åh|aha|åja|å ja|åjaja|åjo|å jo|å nei|oi|oj|oioi|oioioi|oida|uff|huff|jøss|jøye|wow|herregud|gud|hei|åh ja|åssen det|næmmen|neimen da|ææ|ah|oh|ooh|jøye meg|å gud|å fy|huff da|uff da|hurra)
    nb.minimal.virkelig	minimal	^(virkelig|sier du det|gjør du|gjør du det|har du|er du|er det det|jaså|sier du|har du det|er det sant|å er det det|er det|gjorde du|gjorde du det|ble det|mener du det|har dere|gjør dere)$	newsmarker
    nb.minimal.takk	minimal	(takk|takk skal du ha|takk skal dere ha|tusen takk|mange takk|takk for det|takk for meg|takk for hjelpen|takk i like måte|i like måte|bare hyggelig|vær så god|værsågod|vær så snill|takk det samme|ja takk|nei takk|takker|selv takk)
    nb.minimal.hilsen	minimal	(hei|hei hei|heisann|hallo|god morgen|god dag|ha det|hadet|ha det bra|ha det godt|ha det fint|snakkes|vi ses|vi sees|velkommen|god helg|morn|morna|heihei|adjø)
    nb.minimal.unnskyld	minimal	(unnskyld|unnskyld meg|beklager|jeg beklager|sorry|om forlatelse)
    nb.minimal.kanskje	minimal	(kanskje|kanskje det|muligens|antagelig|antakelig|sannsynligvis|forhåpentligvis|trolig|gjerne|veldig gjerne|helst|helst ikke|kanskje ikke|gjerne det|tydeligvis|visstnok|kan godt hende|kan hende|kan hende det|det kan hende|det kan godt hende|mulig det|det er mulig|det spørs)
    #
    # -- minimal: phrases
    nb.minimal.det-er-det	minimal	^(ja|jo|nei|så|for|) det (er|var|gjør|gjorde|har|hadde|kan|skal|vil|må|blir|ble|bør|får|tror|vet|synes|syns|mener|stemmer|går|kommer|husker|ser) (det|jeg|vi|han|hun|du|de|dere|den|man) (ja|jo|nei|også|òg|og|nok|absolutt|ikke|faktisk|jo|egentlig|da|det|også ja|) $	the echo answer: det er det, det gjør jeg, det tror jeg ikke
    nb.minimal.jeg-tror-det	minimal	^(ja|jo|nei|) (jeg|vi) (tror|håper|antar|synes|syns|regner med|vil tro|vil si|mener|går ut fra|ser) (det|ikke det|det også|det ja|det ikke|nok det|det absolutt|egentlig det) $
    nb.minimal.gjor-jeg	minimal	^(ja|jo|nei|) (det) (gjør|har|kan|skal|vil|er|må) (jeg|vi) (gjerne|nok|faktisk|absolutt|virkelig)$
    nb.minimal.ikke	minimal	(ikke egentlig|egentlig ikke|selvfølgelig ikke|selvsagt ikke|absolutt ikke|slett ikke|ikke ennå|ikke enda|ikke helt|ikke akkurat|ikke nødvendigvis|definitivt ikke|overhodet ikke|over hodet ikke|på ingen måte|aldri i livet|ikke i det hele tatt|ikke tale om|nei ikke det|ikke det nei|ikke noe|ikke mye|ikke jeg heller|ikke det heller|sikkert ikke|vel ikke det|ikke noe problem|null problem|ingen problem|ingen årsak|ikke noe å takke for|ikke meg|ikke rart|ikke rart det|klart ikke|jeg tror ikke det|nei det er det ikke)
    nb.minimal.samme-her	minimal	(samme her|jeg også|meg også|vi også|det samme|det er greit for meg|passer fint|passer bra|det passer fint|det passer bra|det passer|høres greit ut|det høres greit ut|det gjør vi|da gjør vi det|vi gjør det|la gå|avtale|det er en avtale|den er i boks|sånn ja|slik ja|sånn er det|sånn er det ja|slik er det|sånn er det bare|sånn er livet|der ja|der har vi det|der ser du|så det så|godt mulig|gjerne for meg|for all del|for så vidt|forsåvidt|på en måte|i grunnen|så å si)
    nb.minimal.det	minimal	^(det|det ja|det er riktig|det er rett|det er helt riktig|det var det|du har rett|det har du rett i|der har du rett|det er riktig det|det var riktig|du sier noe|det sier du noe om)$
    #
    # -- filler
    nb.filler.eh	filler	(eh|eeh|ehm|øh|øhm|øø|e-eh|øy|em|æh|æhm|uhm|um|uh|ø|eeeh|ehh)
    nb.filler.ikke-sant-du	filler	(liksom|altså|på en måte|hva skal jeg si|skal vi se|la oss se|la meg se|jeg mener|du vet|hva heter det|hva er det det heter|hva var det det het|holdt på å si|holdt jeg på å si|vet du|skal vi si)
    nb.filler.men	filler	(men|og|eller|for|fordi|assa|asså|bare|også|òg|faktisk|egentlig)
    #
    # -- assessment
    nb.assessment.quality	assessment	@quality
    nb.assessment.degree-quality	assessment	(@degree|) @degree @quality
    nb.assessment.frame	assessment	(det er|det var|det blir|det ble|er|var|den er|den var|det er jo|det var jo|det er nok|det var da|det er da|det må være|det hadde vært|det ville vært|det kan være|du er|dere er|de er|for noe|det er klart det er|det synes jeg er|det syns jeg er|det synes jeg var|synes jeg er|jeg synes det er|jeg syns det er|jeg synes det var|jeg tror det er|synes det er) (@degree|) (@degree|) @quality (det|da|altså|ja|jo|å høre|for deg|for dere|for meg|for oss|at|også|synes jeg|syns jeg|syns eg|tenker jeg|egentlig|faktisk|nok|gitt|ass|) $
    nb.assessment.frame-inverted	assessment	(det synes jeg|det syns jeg|det tror jeg|det tenker jeg) (er|var|blir|høres) (@degree|) @quality (ut|)$
    nb.assessment.hores-ut	assessment	(det høres|høres|det ser|ser|det virker|virker|det føles|føles|det kjennes|det lyder|høres jo|det høres jo|det høres jo ut som|det ser jo) (@degree|) (@degree|) @quality (ut|ut det|ut som|det|også|ja|) $
    nb.assessment.sa	assessment	^(så|for en|for et|for noe|hvor) @quality _$
    nb.assessment.for-en	assessment	^(for en|for et|for noe) _$
    nb.assessment.noun	assessment	(en|et|) (@degree|) @quality (idé|ide|poeng|spørsmål|tanke|plan|løsning|jobb|forslag|nyhet|nyheter|start|avtale|innspill|ting|mulighet|tilbud)
    nb.assessment.liker	assessment	^(det|den) (liker|elsker|setter) jeg (godt|veldig godt|pris på|) $
    nb.assessment.gratulerer	assessment	(gratulerer|til lykke|så synd|så leit|så dumt|så hyggelig|så koselig|så flott|stakkars deg|stakkars|all ære|lykke til|kondolerer|godt for deg|heia deg|stå på)
    #
    # -- question
    nb.question.hv	question	^(så|da|) @wh
    nb.question.hv-preposition	question	^(så|) (til|for|i|på|av|fra|med|om|hos|ved) (hva|hvem|hvilken|hvilket|hvilke|hvor)
    nb.question.nar	question	^(så|) når (er|var|har|hadde|kan|skal|må|vil|blir|ble|begynner|begynte|slutter|kommer|kom|får|fikk|går|gikk|bør|starter|startet|starta|møtes|ses|snakket|reiser|tenker|passer|gjorde|gjør|skjedde|skjer|da|om morgenen)	when: only before a verb, since «når du kommer» is a clause
    nb.question.hva-med	question	(hva med|hva om|hva så|hva da|hvordan det|hvorfor det|hvorfor ikke|hvem andre|hva annet|hva mer|hvem da|når da|hvor da|hva slags)$
    nb.question.hva-slags	question	(hva slags|hva for|hva med|hvor mye|hvor mange|hvor lenge|hvor ofte|hvor langt|hvor stor|hvor gammel) ... (er|har|kan|skal|må|vil|blir|får|tenker|trenger|bruker|jobber|sover|tror) (du|dere|vi|jeg|han|hun|det|den|de)
    nb.question.hv-inverted	question	(hva|hvordan|hvorfor|hvem) (er|har|kan|skal|må|vil|blir|får|tenker|synes|syns|tror|sier|mener|gjør|gjorde|var|vet|bør|trenger|ønsker) (du|dere|vi|de)	also inside a sentence: clauses do not invert
    nb.question.inversion	question	^@verb @subject	finite verb first, subject next
    nb.question.inversion-adverb	question	^@verb (ikke|jo|da|egentlig|nå|så|virkelig|allerede|fortsatt|noen gang|kanskje) @subject
    nb.question.inversion-navn	question	^(er|har|kan|skal|vil|må|får|bør|var|blir|fungerer|stemmer|gjelder) (legen|fastlegen|nav|arbeidsgiver|arbeidsgiveren|sjefen|lederen|kona|mannen|mamma|pappa|barna|terapeuten|veilederen|behandleren|noe|noen|alt|alle|andre|folk|min|din|mitt|ditt|planen|jobben|møtet|neste|dine|mine)
    nb.question.inversion-after-comma	question	, (er|har|kan|vil|skal|må|bør|får|tror|synes|syns|vet|husker|trenger|ønsker) (du|dere)
    nb.question.or-inverted	question	(eller|og|men) (er|har|kan|vil|skal|må|bør|får|tror|synes|syns|blir|var|trenger) (du|dere|vi|jeg|det|den) _	only where it opens a new sentence after «eller»; see the guard
    nb.question.tag.ikke-sant	question	_ , ikke sant$
    nb.question.tag.sant	question	_ _ , sant$
    nb.question.tag.eller	question	_ , (eller|eller hva|eller hur|eller ikke|eller nei|eller noe)$
    nb.question.tag.eller-plain	question	_ (eller|eller ikke|eller hva)$	«kommer du eller», a broken-off «eller» is rarer in writing
    nb.question.tag.vel	question	(ikke|aldri|ingen|neppe) ... vel$
    nb.question.tag.vel-comma	question	_ , vel$
    nb.question.tag.er-du-ikke	question	, (er|har|kan|vil|skal|gjør|var|må|får|gjorde|hadde) (du|dere|det|den|han|hun|de|vi|jeg) ikke$
    nb.question.tag.hva	question	_ , (hva|hæ|hva da)$
    nb.question.tag.er-det-greit	question	, (er det greit|går det bra|er det ok|er det riktig|er det sånn|er det slik|stemmer det|hva sier du|hva tenker du|hva tror du|hva sier dere|er du enig|er dere enige)$
    nb.question.indirect.lurer	question	(jeg|vi) (lurer|lurte|undres|undrer) ... (på|om|hva|hvor|hvordan|hvorfor|når|hvem)
    nb.question.indirect.lurer-subject	question	(det) ... (lurer|lurte) (jeg|vi) på
    nb.question.indirect.kan-du	question	(kan|kunne|vil) (du|dere) ... (si|fortelle|forklare|utdype|beskrive|gjenta|vise|tenke)
    nb.question.indirect.vet-du	question	(vet|husker|tror|synes|syns|mener) (du|dere) ... (om|hva|hvor|hvordan|hvorfor|når|hvem|at)
    nb.question.noen	question	^(noen|noe) (mer|spørsmål|annet|andre|kommentarer|innspill|tanker|ideer|som)
    nb.question.flere	question	^(flere|andre) (spørsmål|kommentarer|innspill|ting|saker|tanker)
    nb.question.hva-alone	question	^(hva|hvem|hvor|hvorfor|hvordan|når|hæ|hvilken|hvilke|åssen|hva for noe|hva sier du|hva sa du|hva da)$
    nb.guard.conditional-sa	notquestion	^@verb @subject ... ... , så	Har du tid, så kan vi …
    nb.guard.conditional-da	notquestion	^@verb @subject ... ... , da (er|har|kan|vil|skal|må|blir|får|går|tar)
    nb.guard.conditional-verb	notquestion	^(har|er|kan|vil|skal|må|får|blir|kommer|ønsker|trenger|går|hadde|var|skulle|gjør|passer) @subject ... ... , (kan|skal|må|får|blir|er|vil|bør|går|tar|ring|si|bare|ta|kontakt) (du|vi|jeg|det|dere|den|man|meg|fra|bare|gjerne|kontakt)
    nb.guard.conditional-plain	notquestion	^(har|er|kan|vil|skal|må|får|blir|kommer|ønsker|trenger|går|hadde|var|skulle) (du|dere|det|den|vi|jeg|man|han|hun) ... ... så (kan|skal|må|får|blir|er|vil|bør|går|tar|ring|si|bare|ville|kunne|hadde|skulle|hadde)
    nb.guard.conditional-gap	notquestion	^(blir|kommer|får|skulle|skjer) (det|den|noe|du|dere|noen) ... ... ... så
    nb.guard.vet-ikke	notquestion	^(vet|tror|synes|syns|husker|skjønner|forstår|tenker|mener) (ikke|jo|bare|at|det|nok)	no subject: Vet ikke.
    nb.guard.tror-det	notquestion	^(tror|synes|syns|vet|håper|mener) (jeg|vi)	no topic: (det) tror jeg
    nb.guard.far-vi	notquestion	^(får|får vi|får jeg|får du) (se|ta|prøve|bare|håpe)
    nb.guard.imperativ	notquestion	^(se|si|ta|gå|kom|hør|vent|prøv|husk|ring|tenk|la|bare|spør|send|skriv|snakk|fortell|forklar|slapp|stå) (det|den|på|du|dere|at|til|ut|meg|oss|hva|her|nå|litt)	an order
    nb.guard.kan-det	notquestion	^(kan|skal|må|vil|bør) (det|vi|jeg|du)$	the topic is left out: (det) kan vi
    nb.guard.ikke-sant-alone	notquestion	^(ja|nei|nettopp|akkurat) , (ikke sant|sant)$	acknowledgement
    nb.guard.hva-som-helst	notquestion	^(hva|hvem|hvor|når|hvilken|hvilket) som helst
    nb.guard.hva-enn	notquestion	^(hva|hvem|hvor|hvordan|hvorfor) (enn|som enn|jeg|vi|du|de|det|den|han|hun|dere|man) ... (er|var|skal|har|kan|vil|gjør)	a clause: Hva jeg mener er …
    nb.guard.hvis	notquestion	^hvis	if
    nb.guard.hvor-relative	notquestion	^(hvor|hvorav|hvorvidt) (jeg|vi|du|de|det|den|han|hun|dere|man)	a clause
    nb.guard.for-naar	notquestion	^(så|) når (det gjelder|jeg|du|vi|de|han|hun|man|dere)
    #
    # -- opening
    nb.opening.ok-da	opening	^(ok|okei|okay|greit|fint|bra|flott|ja|så|supert|godt) , (da|så|nå|neste|men da|først) (er|har|skal|kan|må|tar|går|begynner|starter|tenker|vi|var|blir|lurer|får|skulle|tror|vil)
    nb.opening.da-verb	opening	^(da|nå|så) (starter|begynner|skal vi|tar vi|går vi|kan vi|må vi|har vi|setter vi|åpner|fortsetter|er det|er vi|tenker jeg|tenkte jeg|skulle vi|kommer vi|lurer jeg|vil jeg)
    nb.opening.da-only	opening	^(ok da|okei da|da|nå|så da|men da) , _
    nb.opening.neste	opening	(neste|første|andre|tredje|siste|et annet|en annen) (punkt|sak|tema|ting|spørsmål|post|emne)
    nb.opening.neste-start	opening	^(neste|først|først og fremst|for det første|for det andre|til slutt|til sist|videre|dessuten|forresten|apropos|ellers|en ting til|en annen ting|en siste ting)
    nb.opening.videre	opening	(gå videre|går videre|over til|tilbake til|videre til|ta for oss|ta opp|tar opp|starte med|starter med|begynne med|begynner med|vende tilbake|komme inn på)
    nb.opening.nar-det-gjelder	opening	(når det gjelder|angående|vedrørende|med hensyn til|i forhold til|det med|dette med|hva gjelder|apropos|om det med)
    nb.opening.agenda	opening	(agenda*|dagsorden*|sakliste*|saksliste*|møte*|referat*|plan|planen|aktivitetsplan*|punkt|punktet|tema|temaet|oppsummer*|eventuelt)
    nb.opening.hva-med	opening	^(hva med|hvordan går det med|hvordan er det med|hvordan gikk det med|hvordan går det|hvordan har du det|hvordan har det gått)
    nb.opening.velkommen	opening	(velkommen|god morgen|god dag|hei alle sammen|takk for at)
    nb.opening.jeg-tenkte	opening	^(jeg|vi) (tenkte|tenker|ville|vil|har lyst|skulle|lurer|lurte) (på|bare|at vi|å|gjerne|jeg ville)
    nb.opening.substantiv-da	opening	^_ , da$	Penger, da.
    nb.opening.fra-meg	opening	^(fra meg|fra oss|fra min side|for min del|over til deg|over til meg|da er det meg|er det meg nå|min tur|din tur)
    nb.opening.en-ting	opening	^(det er|det var|jeg har|jeg hadde|så er det|bare|) (en ting|én ting|to ting|tre ting|en ting til|en annen ting|noe annet)
    nb.opening.forresten	opening	(forresten|mens jeg husker det|når vi først er inne på|i samme slengen|apropos)
    nb.opening.kan-jeg-sporre	opening	^(kan|får) jeg (bare|få|) spørre	a question is announced: something new comes
    #
    # -- closing
    nb.closing.gar-videre	closing	(da|så|skal|kan|nå|la oss|vi) (går vi|gå vi|vi gå|gå|kan vi gå|kan gå|går|vi da gå) videre
    nb.closing.sier-det	closing	(da sier vi det|vi sier det|da gjør vi det sånn|da gjør vi det slik|da sier vi det sånn|sier vi det|så sier vi det|da er det avtalt|da er det bestemt|da er det avgjort|da er vi enige|da er vi i mål|da har vi det)
    nb.closing.det-var-det	closing	(det var det|det var det hele|det var alt|det er alt|det var bare det|det var vel det|det var vel alt|var det alt|da var det det|det er vel det|det var i grunnen det|det var egentlig det|da var vi ferdige|da var det vel det) (hele|jeg hadde|vi hadde|fra meg|fra min side|for meg|for i dag|jeg ville si|)$
    nb.closing.ikke-mer	closing	^(har|jeg har|vi har|det var|var|) (ikke noe mer|ikke mer|ingenting mer|ingen flere|ikke noen flere|ikke noe annet|ikke noe å tilføye|ikke noe å legge til|ikke så mye mer|ikke så mye å si|ikke noe spesielt mer|ikke mer å si|ikke mer om det)$	not «han sa ikke noe mer»
    nb.closing.har-ikke-mer	closing	(jeg|vi) (har|hadde) ikke (noe|så mye|mye|noen|) (mer|flere|annet|mer å si|mer å tilføye|å tilføye|mer enn det) (nå|i dag|fra meg|)$
    nb.closing.er-det-mer	closing	(er det|var det|er det noen som har) (noe|noen|andre|flere) (mer|flere|annet|andre|spørsmål|andre ting|flere ting|ting|kommentarer|innspill)
    nb.closing.har-du-mer	closing	(har du|har dere|har vi) (noe|noen|andre|flere) (mer|flere|annet|andre ting|flere ting|spørsmål|kommentarer|innspill) (du|dere|vi|å ta opp|å si|på hjertet|i dag|nå|)$	not «har du noe annet arbeid»
    nb.closing.noe-mer	closing	^(noe mer|noe annet|flere spørsmål|andre ting|noen spørsmål|noe å tilføye|ellers noe|noe ellers|noe til)$
    nb.closing.ligge	closing	(lar|la|kan la) (vi|det|oss|den|) (det|den|) ligge
    nb.closing.trenger-ikke	closing	(trenger|behøver|må) (du|vi|dere|jeg|man) ikke (si|snakke|å si|å snakke|diskutere) (noe|) mer
    nb.closing.trenger-ikke-plain	closing	(trenger|behøver) ikke (å|) (si|snakke|diskutere) (noe|) mer
    nb.closing.ferdige	closing	(da|så|nå) (er vi|var vi) (vel|egentlig|) (ferdig|ferdige|i mål|gjennom) (med det|med dette|for i dag|her|)$	not «da er jeg ferdig klokka tre»
    nb.closing.avslutte	closing	(da|så|kan|skal|må|vil|la oss|bør) (vi|jeg|oss|) (avslutte|avslutter|avrunde|avrunder|runde av|runder av|sette strek|setter strek|slutter der|stopper der|stoppe der|gir oss der|gi oss der|hever møtet|heve møtet)	not «han avsluttet kurset»
    nb.closing.takk-for	closing	(takk for i dag|takk for nå|takk for møtet|takk for praten|takk for oppmøtet|takk for meg|da takker vi|takk for innsatsen|da ses vi|da sees vi|da snakkes vi|da møtes vi|vi ses|vi sees)
    #
    # -- deferral
    nb.deferral.senere	deferral	(tar|ta|snakker|kommer|ser|diskuterer|gjør|vurderer|bestemmer|finner) (vi|det|jeg|den|på|om|) (det|den|om|på|vi|) (det|den|) (senere|seinere|siden|etterpå|neste gang|en annen gang|i neste møte|over sommeren|etter ferien|til neste)
    nb.deferral.tilbake	deferral	(kommer|komme|kom|vender|får komme) (vi|jeg|) (tilbake|tebake|attende) til (det|den|dette|de|saken|temaet)
    nb.deferral.tilbake-det	deferral	(det|den|dette|de|saken) (kommer|skal|får|må) vi (komme|) (tilbake|attende) til	det kommer vi tilbake til
    nb.deferral.neste-gang	deferral	(til|tar|ta|snakkes|snakker|ser på|se på) ... (neste gang|neste møte|en annen gang|en senere anledning|senere i møtet|litt senere|et senere tidspunkt)
    nb.deferral.neste-gang-forst	deferral	^(neste gang|i neste møte) (tar|snakker|ser|kan|skal|må|får) vi
    nb.deferral.far-se	deferral	(vi får|får vi|vi får bare|da får vi|jeg får|det får vi|får) (bare|) (se|sjå|vente og se|ta det som det kommer|se på det|se hvordan det går|se det an|se an|ta tiden til hjelp) (da|litt|)$	not «jeg får se legen på mandag»
    nb.deferral.vente	deferral	(vente med det|venter med det|utsette det|utsetter det|utsett det|utsetter vi|sette det på vent|setter det på vent|sette på vent|la det vente|parkere det|parkerer det|parkerer vi|avvente det|avventer det|avventer vi|ser det an|se det an|sov på det|sove på det|tenke på det til|la det ligge litt)	not «jeg parkerte bilen»
    #
    # -- disclaimer
    nb.disclaimer.rolle	disclaimer	(utover|utenfor|ikke|ikke akkurat|på siden av) (min|mitt|mine|vår|vårt|våre) (rolle|oppgave|oppgaver|ansvar|bord|jobb|mandat|område|felt|avgjørelse|sak|ansvarsområde|fagfelt|myndighet)
    nb.disclaimer.rolle-2	disclaimer	(ligger|går|er) (litt|noe|egentlig|jo|) (utover|utenfor) (min|mitt|det|vårt|vår|rammen|hva)
    nb.disclaimer.kan-ikke-svare	disclaimer	(kan|tør) (jeg|vi) (dessverre|) ikke (svare|si|love|uttale|gjøre noe|avgjøre|bestemme|hjelpe)
    nb.disclaimer.kan-ikke-svare-2	disclaimer	(jeg|vi) (kan|tør|får) (dessverre|nesten|egentlig|jo|) ikke (svare|si|love|uttale|gjøre noe|avgjøre|bestemme|hjelpe)
    nb.disclaimer.det-kan-ikke-jeg	disclaimer	(det|den) (kan|vet|har|bestemmer|avgjør|styrer|rår) ikke (jeg|vi)
    nb.disclaimer.vet-ikke	disclaimer	(jeg|vi) (vet|veit) (jo|da|nå|nok|faktisk|egentlig|dessverre|rett og slett|) ikke (helt|riktig|sikkert|ennå|heller|noe om det|det|)$	with a clause after it («jeg vet ikke hvor») it asks or hesitates
    nb.disclaimer.vet-ikke-mer	disclaimer	(jeg|vi) (vet|veit) (jo|da|nå|nok|faktisk|egentlig|dessverre|) ikke , (du|det er|spør|men du|men det er|beklager)
    nb.disclaimer.vet-ikke-inverted	disclaimer	(vet|aner|har) (jeg|vi) (faktisk|egentlig|dessverre|) (ikke|ingenting om|ingen anelse|ikke peiling) (om|helt|noe om|)$
    nb.disclaimer.vet-ikke-short	disclaimer	^(vet ikke|veit ikke|vet ikke helt|aner ikke|ingen anelse|ikke peiling|ikke godt å si|vet da ikke)$
    nb.disclaimer.aner-ikke	disclaimer	(aner ikke|har ikke peiling|ingen anelse|ikke peiling|har ikke oversikt|ikke oversikt over|er ikke sikker på|kjenner ikke til)
    nb.disclaimer.du-ma-ringe	disclaimer	(du|dere) (må|bør|får) (nesten|heller|nok|bare|da|jo|) (ringe|kontakte|spørre|ta kontakt med|snakke med|høre med|ta det med|ta det opp med|sjekke med|avklare med)
    nb.disclaimer.da-ma-du	disclaimer	(da|så|det|dette) (må|bør|får) (du|dere) (nesten|heller|nok|bare|) (ringe|kontakte|spørre|ta kontakt|snakke med|høre med|ta med|ta opp med|ta)
    nb.disclaimer.bedre-at	disclaimer	(bedre|best|lurt|fint|greiest) (at|om|hvis) (du|dere|han|hun|de) ... (ringer|kontakter|spør|tar kontakt|snakker|hører|tar|sjekker)
    nb.disclaimer.ikke-noe-jeg	disclaimer	(ikke noe jeg|ikke noe vi|ikke opp til meg|ikke opp til oss|ikke jeg som|ikke vi som|ikke meg som|utenfor min kontroll|får vi ikke gjort noe med|får jeg ikke gjort noe med|kan ikke noe for)
    nb.disclaimer.det-er-nav	disclaimer	det er (fastlegen|legen|nav|arbeidsgiver|arbeidsgiveren|sykehuset|kommunen|saksbehandler|saksbehandleren|de|andre|sjefen|lederen|spesialisten|psykologen|hun|han) som (må|bør|skal|kan|avgjør|bestemmer|har|tar|gjør|styrer)
    #
    # -- assent
    nb.assent.ja	assent	(ja|jaja|joda|jada|jo|javisst|javel|jepp|jau|jaha)
    nb.assent.mm	assent	(mm|mhm|mmm|mmhm)
    nb.assent.ok	assent	(ok|okei|okay|greit|fint|bra|flott|supert|godt|klart|selvfølgelig|selvsagt|absolutt|gjerne|enig|helt enig|det er greit|den er grei)
    nb.assent.akkurat	assent	(akkurat|nettopp|riktig|sant|ikke sant|stemmer|det stemmer|det er sant|skjønner|forstår|jeg skjønner|jeg forstår|nemlig|å ja|åja|aha|takk)
    #
    # -- words that cannot end a sentence
    nb.dangling.artikkel	dangling	(en|ei|et|min|mitt|mine|din|ditt|dine|hver|hvert)
    nb.dangling.konjunksjon	dangling	(og|men|eller|fordi|at|om|hvis|når|som|enn|mens|siden|så|for|da|altså|samt|selv)
    nb.dangling.preposisjon	dangling	(i|på|til|av|fra|med|hos|ved|mot|mellom|uten|under|før|etter|gjennom|å)
    nb.dangling.subjekt	dangling	(jeg|vi|du|dere|han|hun|de|det|den|man|hvor|hva|hvem)
    nb.dangling.verb	dangling	(er|var|har|hadde|kan|kunne|vil|ville|skal|skulle|må|måtte|bør|blir|får|ikke|veldig|litt|sånn|bare)
    #
    # -- stop words
    nb.stop.pronomen	stop	(jeg|meg|min|mitt|mine|du|deg|din|ditt|dine|han|ham|hans|hun|henne|hennes|det|den|dens|dets|vi|oss|vår|vårt|våre|dere|deres|de|dem|seg|sin|sitt|sine|man|en|ei|et|dette|denne|disse|noe|noen|ingen|ingenting|alt|alle|andre|annet|annen|hver|hvert|begge|selv|samme|slik|slike|slikt|sånn|sånne|sånt|ting|tingene|folk|hva|hvem|hvor|hvordan|hvorfor|hvilken|hvilket|hvilke|når|som)
    nb.stop.verb	stop	(er|var|være|vært|har|hadde|ha|hatt|blir|ble|bli|blitt|kan|kunne|kunnet|vil|ville|villet|skal|skulle|skullet|må|måtte|måttet|bør|burde|får|fikk|få|fått|gjør|gjorde|gjøre|gjort|går|gikk|gå|gått|kommer|kom|komme|kommet|tar|tok|ta|tatt|sier|sa|si|sagt|ser|så|se|sett|tror|trodde|tro|trodd|tenker|tenkte|tenke|tenkt|synes|syntes|syns|mener|mente|mene|vet|visste|vite|visst|står|stod|sto|stå|ligger|la|legge|gi|gir|ga|gitt|finnes|fins|holder|holde|trenger|trengte|pleier|prøver|prøve|betyr|gjelder|heter|skjer|skjedde|bruker|bruke|lurer)
    nb.stop.smaa	stop	(og|i|på|til|av|fra|med|om|for|å|at|men|eller|hvis|fordi|mens|siden|enn|under|over|etter|før|mellom|mot|gjennom|uten|ved|hos|inn|ut|opp|ned|bort|hjem|inne|ute|oppe|nede|borte|her|der|da|nå|nettopp|igjen|ikke|aldri|alltid|ofte|også|òg|bare|kun|jo|vel|nok|kanskje|litt|mye|mer|mest|mindre|minst|veldig|ganske|helt|så|altså|egentlig|faktisk|liksom|allerede|ennå|enda|fortsatt|fremdeles|snart|først|sist|siste|første|neste|sammen|videre|derfor|likevel|dessuten|ellers|kanskje|heller|både|verken|dersom|selv|god|godt|bra|fint|greit|ok|okei|ja|nei|jo|to|tre|mange|få|flere|fleste|hele|nesten|lenge|langt|uansett|måte|måten|gang|ganger|dag|tid|hvert|rett|slett)

    """#

  static let nn = #"""
    # Norwegian Nynorsk cues for Samtale. Columns: identifier, class, pattern, note (optional), tabs between.
    # The pattern language is described in README.md beside this file.
    # A DRAFT: made after the Bokmål list, and nobody has measured these rules on annotated talk.
    # Corrections and additions are very welcome, above all from people who transcribe such talk.
    #
    nn.list.verb	list	(er|har|kan|vil|skal|må|bør|får|går|trur|synest|synst|veit|hugsar|treng|kunne|ville|skulle|burde|måtte|var|hadde|vart|blir|fekk|gjekk|gjer|gjorde|seier|sa|tenkjer|meiner|ønskjer|kjenner|ser|føler|likar|brukar|kjem|tok|tek|står|ligg|finst|orkar|klarer|rekk|passar|stemmer|jobbar|bor|høyrer|forstår|skjønar|prøver|snakkar|byrjar|søv|et|les|søker|saknar|gler|plar|torer|ventar|lurer|regner|tyder|gjeld|fungerer|hjelper|heiter|vurderer|slepp|fikser|greier|sluttar|ringde|snakka|prøvde|møtte|søkte)
    nn.list.subject	list	(du|de|dei|vi|eg|han|ho|det|den|man|nokon|alle|dette|denne|desse|ikkje du|ikkje de|ikkje vi|ikkje det|ikkje den|ikkje eg|ikkje han|ikkje ho|ikkje dei)
    nn.list.wh	list	(kva|kven|kvar|korleis|kvifor|åssen|kvarhen)
    nn.list.negation	list	(ikkje|nei|aldri|ingen|ingenting|verken)
    nn.list.degree	list	(så|veldig|kjempe|ganske|utruleg|svært|superduper|heilt|skikkelig|frykteleg|ordentleg|rimeleg|litt|for|berre|ikkje|ikkje så|jo|også|eigentleg|verkeleg|rett|alldeles|sabla|dritt|så veldig|nokså|temmelig|jo veldig|jo så|jo litt|jo ganske|jo også|nesten|meir|mykje|enda)
    nn.list.quality	list	(bra|fint|fin|fine|flott|supert|super|godt|gode|god|hyggeleg|hyggelege|viktig|viktige|interessant|interessante|spennande|vanskeleg|vanskelege|trist|synd|leitt|dumt|kjedeleg|kjekt|kjempebra|kjempefint|kjempeflott|kjempegodt|kjempeviktig|kjempespennende|kjempehyggelig|kjempegøy|veldig|nydeleg|perfekt|utmerket|strålande|fantastisk|herlig|koseleg|morosamt|moro|gøy|artig|rart|merkeleg|rørande|imponerande|skummelt|slitsamt|tungt|tøft|tøff|krevjande|lett|enkelt|vrient|tragisk|forferdeleg|grusomt|fælt|ille|dårleg|verre|verst|bedre|best|bedriten|urettferdig|rettferdig|lurt|smart|nyttig|fornuftig|klokt|naturleg|forståeleg|vanleg|rimeleg|logisk|realistisk|mogleg|umogleg|deileg|bittert|bekymringsfullt|frustrerande|irriterande|skuffande|positivt|negativt|modig|sterkt|flinkt|flink|dyktig|heldig|uheldig|godt nok|bra nok|fint nok|godt å høyre|bra å høyre|hyggeleg å høyre|fint å høyre|trist å høyre|leitt å høyre|kjempefint å høyre|artig å høyre|godt å vite|fint å vite|greitt å vite|greitt å høyre|god idé|god ide|lurt å vite|så bra|så fint|så godt|bra jobba|bra jobbet|godt jobba|godt jobbet|godt gjort|godt sagt|godt poeng|godt spørsmål|gode nyheiter|kult|kul|rått|sykt|rart å|til å bli glad av|på tide|det beste|det verste)
    nn.minimal.ja	minimal	(ja|jaa|jaha|ja-a|jaja|jajaja|ja ja|ja visst|javisst|javel|ja vel|jada|ja då|jau|jauda|jadda|ja takk|ja men)
    nn.minimal.jo	minimal	(jo|joda|jo då|joa|jovisst|jo visst|jo men|jo takk|tja|tjo|jæ)
    nn.minimal.nei	minimal	(nei|næ|nei då|neida|nei nei|neinei|nei vel|neivel|nei takk|niks|nei men|neimen|næh|nehei|nei visst)
    nn.minimal.mm	minimal	(mm|mmm|mmmm|mhm|mmhm|m-hm|mm-hm|mm-hmm|hm|hmm|hmmm|m|mhmm)
    nn.minimal.ok	minimal	(ok|okei|okay|okey|åkei|oki|okidoki|o.k)
    nn.minimal.greit	minimal	(greitt|greitt det|greitt nok|det er greitt|det går greitt|det er heilt greitt|heilt greitt|den er grei|den er god|det var greitt|det er greitt det|det går bra|det går fint|det er i orden|i orden|det er fint det|grei)
    nn.minimal.fint	minimal	^(fint|bra|flott|godt|supert|topp|perfekt)$
    nn.minimal.akkurat	minimal	(akkurat|nettopp|rett|presis|nemlig|akkurat det|akkurat ja|nettopp det|nettopp ja|eksakt|heilt rett|heilt korrekt|korrekt|ja nettopp|akkurat som)
    nn.minimal.sant	minimal	(sant|ikkje sant|sant nok|så sant|sant det|heilt sant|det er så sant|det er sant|det er jo sant|det er sant det|det er heilt sant)
    nn.minimal.stemmer	minimal	(stemmer|stemmer det|det stemmer|det stemmer det|det stemmer godt|det stemmer nok|det gjer nok det|stemmer nok)
    nn.minimal.klart	minimal	(klart|så klart|såklart|klart det|visst|sikkert|heilt sikkert|sjølvsagt|naturlegvis|absolutt|garantert|definitivt|ja absolutt|openbert|heilt klart|utvilsomt|det er klart|det er klart det|ja klart|så absolutt|så visst|sikkert det)
    nn.minimal.enig	minimal	(einig|heilt einig|eg er einig|eg er heilt einig|einig i det|eg er einig i det|det er eg einig i|det er eg heilt einig i|vi er einige|det er vi einige om|usamd|ikkje einig|ja einig)
    nn.minimal.skjonner	minimal	(skjønar|forstår|eg skjønar|eg forstår|eg ser|eg ser det|eg veit|eg veit det|det veit eg|det skjønar eg|det forstår eg|eg skjønar det|eg forstår det|eg høyrer|eg høyrer det|eg høyrer kva du seier|det ser eg|den er grei|eg skjønar kva du meiner|eg forstår kva du meiner|mottatt|oppfattet|notert|forstått|skjønte det|den tek eg)
    nn.minimal.aha	minimal	(å|åh|aha|åja|å ja|åjaja|åjo|å jo|å nei|oi|oj|oioi|oioioi|oida|uff|huff|jøss|jøye|wow|herregud|gud|hei|åh ja|åssen det|næmmen|neimen då|ææ|ah|oh|ooh|jøye meg|å gud|å fy|huff då|uff då|hurra)
    nn.minimal.virkelig	minimal	^(verkeleg|seier du det|gjer du|gjer du det|har du|er du|er det det|jaså|seier du|har du det|er det sant|å er det det|er det|gjorde du|gjorde du det|vart det|meiner du det|har de|gjer de)$
    nn.minimal.takk	minimal	(takk|takk skal du ha|takk skal de ha|tusen takk|mange takk|takk for det|takk for meg|takk for hjelpa|takk i like måte|i like måte|berre hyggeleg|ver så god|versågod|ver så snill|takk det same|ja takk|nei takk|takker|sjølv takk)
    nn.minimal.hilsen	minimal	(hei|hei hei|heisann|hallo|god morgon|god dag|ha det|hadet|ha det bra|ha det godt|ha det fint|snakkast|vi sjåast|velkomen|god helg|morn|morna|heihei|adjø)
    nn.minimal.unnskyld	minimal	(orsak|orsak meg|beklagar|eg beklagar|sorry|om forlatelse)
    nn.minimal.kanskje	minimal	(kanskje|kanskje det|truleg|sannsynlegvis|forhåpentlegvis|trolig|gjerne|veldig gjerne|helst|helst ikkje|kanskje ikkje|gjerne det|tydelegvis|visstnok|kan godt hende|kan hende|kan hende det|det kan hende|det kan godt hende|mogleg det|det er mogleg|det spørs)
    nn.minimal.det-er-det	minimal	^(ja|jo|nei|så|for|) det (er|var|gjer|gjorde|har|hadde|kan|skal|vil|må|blir|vart|bør|får|trur|veit|synest|synst|meiner|stemmer|går|kjem|hugsar|ser) (det|eg|vi|han|ho|du|dei|de|den|man) (ja|jo|nei|også|òg|og|nok|absolutt|ikkje|faktisk|eigentleg|då|det|også ja|) $
    nn.minimal.jeg-tror-det	minimal	^(ja|jo|nei|) (eg|vi) (trur|håper|antar|synest|synst|regner med|vil tru|vil seie|meiner|går ut frå|ser) (det|ikkje det|det også|det ja|det ikkje|nok det|det absolutt|eigentleg det) $
    nn.minimal.gjor-jeg	minimal	^(ja|jo|nei|) (det) (gjer|har|kan|skal|vil|er|må) (eg|vi) (gjerne|nok|faktisk|absolutt|verkeleg)$
    nn.minimal.ikke	minimal	(ikkje eigentleg|eigentleg ikkje|sjølvsagt ikkje|absolutt ikkje|slett ikkje|ikkje enno|ikkje enda|ikkje heilt|ikkje akkurat|ikkje nødvendigvis|definitivt ikkje|overhodet ikkje|over hodet ikkje|på ingen måte|aldri i livet|ikkje i det heile teke|ikkje tale om|nei ikkje det|ikkje det nei|ikkje noko|ikkje mykje|ikkje eg heller|ikkje det heller|sikkert ikkje|vel ikkje det|ikkje noko problem|null problem|ingen problem|ingen årsak|ikkje noko å takke for|ikkje meg|ikkje rart|ikkje rart det|klart ikkje|eg trur ikkje det|nei det er det ikkje)
    nn.minimal.samme-her	minimal	(same her|eg også|meg også|vi også|det same|det er greitt for meg|passar fint|passar bra|det passar fint|det passar bra|det passar|høyrest greitt ut|det høyrest greitt ut|det gjer vi|då gjer vi det|vi gjer det|la gå|avtale|det er ein avtale|den er i boks|sånn ja|slik ja|sånn er det|sånn er det ja|slik er det|sånn er det berre|sånn er livet|der ja|der har vi det|der ser du|så det så|godt mogleg|gjerne for meg|for all del|for så vidt|forsåvidt|på ein måte|i grunnen|så å seie)
    nn.minimal.det	minimal	^(det|det ja|det er rett|det er heilt rett|det var det|du har rett|det har du rett i|der har du rett|det er rett det|det var rett|du seier noko|det seier du noko om)$
    nn.filler.eh	filler	(eh|eeh|ehm|øh|øhm|øø|e-eh|øy|em|æh|æhm|uhm|um|uh|ø|eeeh|ehh)
    nn.filler.ikke-sant-du	filler	(liksom|altså|på ein måte|kva skal eg seie|skal vi sjå|la oss sjå|la meg sjå|eg meiner|du veit|kva heiter det|kva er det det heiter|kva var det det het|holdt på å seie|holdt eg på å seie|veit du|skal vi seie)
    nn.filler.men	filler	(men|og|eller|for|fordi|assa|asså|berre|også|òg|faktisk|eigentleg)
    nn.assessment.quality	assessment	@quality
    nn.assessment.degree-quality	assessment	(@degree|) @degree @quality
    nn.assessment.frame	assessment	(det er|det var|det blir|det vart|er|var|den er|den var|det er jo|det var jo|det er nok|det var då|det er då|det må vere|det hadde vore|det ville vore|det kan vere|du er|de er|dei er|for noko|det er klart det er|det synest eg er|det synst eg er|det synest eg var|synest eg er|eg synest det er|eg synst det er|eg synest det var|eg trur det er|synest det er) (@degree|) (@degree|) @quality (det|då|altså|ja|jo|å høyre|for deg|for de|for meg|for oss|at|også|synest eg|synst eg|tenkjer eg|eigentleg|faktisk|nok|gitt|ass|) $
    nn.assessment.frame-inverted	assessment	(det synest eg|det synst eg|det trur eg|det tenkjer eg) (er|var|blir|høyrest) (@degree|) @quality (ut|)$
    nn.assessment.hores-ut	assessment	(det høyrest|høyrest|det ser|ser|det verkar|verkar|det kjennest|kjennest|det lyder|høyrest jo|det høyrest jo|det høyrest jo ut som|det ser jo) (@degree|) (@degree|) @quality (ut|ut det|ut som|det|også|ja|) $
    nn.assessment.sa	assessment	^(så|for ein|for eit|for noko|kvar) @quality _$
    nn.assessment.for-en	assessment	^(for ein|for eit|for noko) _$
    nn.assessment.noun	assessment	(ein|eit|) (@degree|) @quality (idé|ide|poeng|spørsmål|tanke|plan|løysing|jobb|forslag|nyheit|nyheiter|start|avtale|innspill|ting|moglegheit|tilbud)
    nn.assessment.liker	assessment	^(det|den) (likar|elsker|set) eg (godt|veldig godt|pris på|) $
    nn.assessment.gratulerer	assessment	(gratulerer|til lykke|så synd|så leitt|så dumt|så hyggeleg|så koseleg|så flott|stakkars deg|stakkars|all ære|lykke til|kondolerer|godt for deg|heia deg|stå på)
    nn.question.hv	question	^(så|då|) @wh
    nn.question.hv-preposition	question	^(så|) (til|for|i|på|av|frå|med|om|hos|ved) (kva|kven|kvar)
    nn.question.hva-med	question	(kva med|kva om|kva så|kva då|korleis det|kvifor det|kvifor ikkje|kven andre|kva anna|kva meir|kven då|når då|kvar då|kva slags)$
    nn.question.hva-slags	question	(kva slags|kva for|kva med|kor mykje|kor mange|kor lenge|kor ofte|kor langt|kor stor|kor gammal) ... (er|har|kan|skal|må|vil|blir|får|tenkjer|treng|brukar|jobbar|søv|trur) (du|de|vi|eg|han|ho|det|den|dei)
    nn.question.hv-inverted	question	(kva|korleis|kvifor|kven) (er|har|kan|skal|må|vil|blir|får|tenkjer|synest|synst|trur|seier|meiner|gjer|gjorde|var|veit|bør|treng|ønskjer) (du|de|vi|dei)
    nn.question.inversion	question	^@verb @subject
    nn.question.inversion-adverb	question	^@verb (ikkje|jo|då|eigentleg|no|så|verkeleg|allereie|framleis|nokon gong|kanskje) @subject
    nn.question.inversion-navn	question	^(er|har|kan|skal|vil|må|får|bør|var|blir|fungerer|stemmer|gjeld) (legen|fastlegen|nav|arbeidsgjevar|arbeidsgjevaren|sjefen|leiaren|kona|mannen|mamma|pappa|barna|terapeuten|rettleiaren|behandlaren|noko|nokon|alt|alle|andre|folk|min|din|mitt|ditt|planen|jobben|møtet|neste|dine|mine)
    nn.question.inversion-after-comma	question	, (er|har|kan|vil|skal|må|bør|får|trur|synest|synst|veit|hugsar|treng|ønskjer) (du|de)
    nn.question.or-inverted	question	(eller|og|men) (er|har|kan|vil|skal|må|bør|får|trur|synest|synst|blir|var|treng) (du|de|vi|eg|det|den) _
    nn.question.tag.ikke-sant	question	_ , ikkje sant$
    nn.question.tag.sant	question	_ _ , sant$
    nn.question.tag.eller	question	_ , (eller|eller kva|eller hur|eller ikkje|eller nei|eller noko)$
    nn.question.tag.eller-plain	question	_ (eller|eller ikkje|eller kva)$
    nn.question.tag.vel	question	(ikkje|aldri|ingen|neppe) ... vel$
    nn.question.tag.vel-comma	question	_ , vel$
    nn.question.tag.er-du-ikke	question	, (er|har|kan|vil|skal|gjer|var|må|får|gjorde|hadde) (du|de|det|den|han|ho|dei|vi|eg) ikkje$
    nn.question.tag.hva	question	_ , (kva|hæ|kva då)$
    nn.question.tag.er-det-greit	question	, (er det greitt|går det bra|er det ok|er det rett|er det sånn|er det slik|stemmer det|kva seier du|kva tenkjer du|kva trur du|kva seier de|er du einig|er de einige)$
    nn.question.indirect.lurer	question	(eg|vi) (lurer|lurte|undres|undrer) ... (på|om|kva|kvar|korleis|kvifor|når|kven)
    nn.question.indirect.lurer-subject	question	(det) ... (lurer|lurte) (eg|vi) på
    nn.question.indirect.kan-du	question	(kan|kunne|vil) (du|de) ... (seie|fortelle|forklare|utdype|beskrive|gjenta|vise|tenkje)
    nn.question.indirect.vet-du	question	(veit|hugsar|trur|synest|synst|meiner) (du|de) ... (om|kva|kvar|korleis|kvifor|når|kven|at)
    nn.question.noen	question	^(nokon|noko) (meir|spørsmål|anna|andre|kommentarar|innspill|tanker|ideer|som)
    nn.question.flere	question	^(fleire|andre) (spørsmål|kommentarar|innspill|ting|saker|tanker)
    nn.question.hva-alone	question	^(kva|kven|kvar|kvifor|korleis|når|hæ|åssen|kva for noko|kva seier du|kva sa du|kva då)$
    nn.guard.conditional-sa	notquestion	^@verb @subject ... ... , så
    nn.guard.conditional-da	notquestion	^@verb @subject ... ... , då (er|har|kan|vil|skal|må|blir|får|går|tek)
    nn.guard.conditional-verb	notquestion	^(har|er|kan|vil|skal|må|får|blir|kjem|ønskjer|treng|går|hadde|var|skulle|gjer|passar) @subject ... ... , (kan|skal|må|får|blir|er|vil|bør|går|tek|ring|seie|berre|ta|kontakt) (du|vi|eg|det|de|den|man|meg|frå|berre|gjerne|kontakt)
    nn.guard.conditional-plain	notquestion	^(har|er|kan|vil|skal|må|får|blir|kjem|ønskjer|treng|går|hadde|var|skulle) (du|de|det|den|vi|eg|man|han|ho) ... ... så (kan|skal|må|får|blir|er|vil|bør|går|tek|ring|seie|berre|ville|kunne|hadde|skulle)
    nn.guard.conditional-gap	notquestion	^(blir|kjem|får|skulle|skjer) (det|den|noko|du|de|nokon) ... ... ... så
    nn.guard.vet-ikke	notquestion	^(veit|trur|synest|synst|hugsar|skjønar|forstår|tenkjer|meiner) (ikkje|jo|berre|at|det|nok)
    nn.guard.tror-det	notquestion	^(trur|synest|synst|veit|håper|meiner) (eg|vi)
    nn.guard.far-vi	notquestion	^(får|får vi|får eg|får du) (sjå|ta|prøve|berre|håpe)
    nn.guard.imperativ	notquestion	^(sjå|seie|ta|gå|kom|høyr|vent|prøv|husk|ring|tenk|la|berre|spør|send|skriv|snakk|fortell|forklar|slapp|stå) (det|den|på|du|de|at|til|ut|meg|oss|kva|her|no|litt)
    nn.guard.kan-det	notquestion	^(kan|skal|må|vil|bør) (det|vi|eg|du)$
    nn.guard.ikke-sant-alone	notquestion	^(ja|nei|nettopp|akkurat) , (ikkje sant|sant)$
    nn.guard.hva-som-helst	notquestion	^(kva|kven|kvar|når) som helst
    nn.guard.hva-enn	notquestion	^(kva|kven|kvar|korleis|kvifor) (enn|som enn|eg|vi|du|dei|det|den|han|ho|de|man) ... (er|var|skal|har|kan|vil|gjer)
    nn.guard.hvis	notquestion	^hvis
    nn.guard.hvor-relative	notquestion	^(kvar|hvorav|hvorvidt) (eg|vi|du|dei|det|den|han|ho|de|man)
    nn.guard.for-naar	notquestion	^(så|) når (det gjeld|eg|du|vi|dei|han|ho|man|de)
    nn.opening.ok-da	opening	^(ok|okei|okay|greitt|fint|bra|flott|ja|så|supert|godt) , (då|så|no|neste|men då|først) (er|har|skal|kan|må|tek|går|byrjar|startar|tenkjer|vi|var|blir|lurer|får|skulle|trur|vil)
    nn.opening.da-verb	opening	^(då|no|så) (startar|byrjar|skal vi|tek vi|går vi|kan vi|må vi|har vi|set vi|opnar|held|er det|er vi|tenkjer eg|tenkte eg|skulle vi|kjem vi|lurer eg|vil eg)
    nn.opening.da-only	opening	^(ok då|okei då|då|no|så då|men då) , _
    nn.opening.neste	opening	(neste|første|andre|tredje|siste|eit anna|ein annan) (punkt|sak|tema|ting|spørsmål|post|emne)
    nn.opening.neste-start	opening	^(neste|først|først og fremst|for det første|for det andre|til slutt|til sist|vidare|dessutan|forresten|apropos|elles|ein ting til|ein annan ting|ein siste ting)
    nn.opening.videre	opening	(gå vidare|går vidare|over til|tilbake til|vidare til|ta for oss|ta opp|tek opp|starte med|startar med|byrje med|byrjar med|vende tilbake|kome inn på)
    nn.opening.nar-det-gjelder	opening	(når det gjeld|når|vedrørande|med hensyn til|i forhold til|det med|dette med|kva gjeld|apropos|om det med)
    nn.opening.agenda	opening	(agenda*|saksliste*|sakliste*|møte*|referat*|plan|planen|aktivitetsplan*|punkt|punktet|tema|temaet|oppsummer*|eventuelt)
    nn.opening.hva-med	opening	^(kva med|korleis går det med|korleis er det med|korleis gjekk det med|korleis går det|korleis har du det|korleis har det gått)
    nn.opening.velkommen	opening	(velkomen|god morgon|god dag|hei alle saman|takk for at)
    nn.opening.jeg-tenkte	opening	^(eg|vi) (tenkte|tenkjer|ville|vil|har lyst|skulle|lurer|lurte) (på|berre|at vi|å|gjerne|eg ville)
    nn.closing.gar-videre	closing	(då|så|skal|kan|no|la oss|vi) (går vi|gå vi|vi gå|gå|kan vi gå|kan gå|går|vi då gå) vidare
    nn.closing.sier-det	closing	(då seier vi det|vi seier det|då gjer vi det sånn|då gjer vi det slik|då seier vi det sånn|seier vi det|så seier vi det|då er det avtalt|då er det bestemt|då er det avgjort|då er vi einige|då er vi i mål|då har vi det)
    nn.closing.det-var-det	closing	(det var det|det var det heile|det var alt|det er alt|det var berre det|det var vel det|det var vel alt|var det alt|då var det det|det er vel det|det var i grunnen det|det var eigentleg det|då var vi ferdige|då var det vel det) (heile|eg hadde|vi hadde|frå meg|frå min side|for meg|for i dag|eg ville seie|)$
    nn.closing.ikke-mer	closing	(ikkje noko meir|ikkje meir|ingenting meir|ingen fleire|ikkje nokon fleire|ikkje noko anna|ikkje noko å tilføye|ikkje noko å leggje til|ikkje så mykje meir|ikkje så mykje å seie|ikkje noko spesielt meir|ikkje meir å seie|ikkje meir om det)$
    nn.closing.har-ikke-mer	closing	(har|hadde) ikkje (noko|så mykje|mykje|nokon|) (meir|fleire|anna|meir å seie|meir å tilføye|å tilføye|meir enn det)
    nn.closing.er-det-mer	closing	(er det|var det|har du|har de|har vi|er det nokon som har) (noko|nokon|andre|fleire) (meir|fleire|anna|andre|spørsmål|andre ting|fleire ting|ting|kommentarar|innspill|meir du|meir vi)
    nn.closing.noe-mer	closing	^(noko meir|noko anna|fleire spørsmål|andre ting|nokon spørsmål|noko å tilføye|elles noko|noko elles|noko til)$
    nn.closing.ligge	closing	(lèt|la|kan la) (vi|det|oss|den|) (det|den|) ligge
    nn.closing.trenger-ikke	closing	(treng|behøver|må) (du|vi|de|eg|man) ikkje (seie|snakke|å seie|å snakke|diskutere) (noko|) meir
    nn.closing.trenger-ikke-plain	closing	(treng|behøver) ikkje (å|) (seie|snakke|diskutere) (noko|) meir
    nn.closing.ferdige	closing	(då|så|no|vi) (er vi|er|var vi|er eg) (ferdig|ferdige|i mål|klare|gjennom)
    nn.closing.avslutte	closing	(avslutt*|avrund*|runde av|runder av|sette strek|set strek|sett strek|sluttar vi|stopper vi der|stoppe der|gir oss der|gi oss der|vi gir oss|hever møtet|heve møtet)
    nn.closing.takk-for	closing	(takk for i dag|takk for no|takk for møtet|takk for praten|takk for oppmøtet|takk for meg|då takker vi|takk for innsatsen|då sjåast vi|då snakkast vi|då møtest vi|vi sjåast)
    nn.deferral.senere	deferral	(tek|ta|snakkar|kjem|ser|diskuterer|gjer|vurderer|bestemmer|finner) (vi|det|eg|den|på|om|) (det|den|om|på|vi|) (det|den|) (seinare|sidan|etterpå|neste gong|ein annan gong|i neste møte|over sommeren|etter ferien|til neste)
    nn.deferral.tilbake	deferral	(kjem|kome|kom|vender|får kome) (vi|eg|) (tilbake|tebake|attende) til (det|den|dette|dei|saken|temaet)
    nn.deferral.neste-gang	deferral	(neste gong|neste møte|i neste møte|ein annan gong|ved ein seinare anledning|seinare i møtet|til neste gong|litt seinare|på eit seinare tidspunkt)
    nn.deferral.far-se	deferral	(vi får|får vi|vi får berre|då får vi|eg får|det får vi|får) (berre|) (sjå|vente og sjå|ta det som det kjem|sjå på det|sjå korleis det går|sjå an|ta tiden til hjelp)
    nn.deferral.vente	deferral	(vente med det|ventar med det|utset*|utsett|sette det på vent|set det på vent|sette på vent|la det vente|parkere*|avvente*|ser det an|sjå det an|sov på det|sove på det|tenkje på det til|ligge litt)
    nn.disclaimer.rolle	disclaimer	(utover|utanfor|ikkje|ikkje akkurat|på sidan av) (min|mitt|mine|vår|vårt|våre) (rolle|oppgåve|oppgåver|ansvar|bord|jobb|mandat|område|felt|avgjerd|sak|ansvarsområde|fagfelt|myndigheit)
    nn.disclaimer.rolle-2	disclaimer	(ligg|går|er) (litt|noko|eigentleg|jo|) (utover|utanfor) (min|mitt|det|vårt|vår|rammen|kva)
    nn.disclaimer.kan-ikke-svare	disclaimer	(kan|torer) (eg|vi) (dessverre|) ikkje (svare|seie|love|uttale|gjere noko|avgjere|bestemme|hjelpe)
    nn.disclaimer.kan-ikke-svare-2	disclaimer	(eg|vi) (kan|torer|får) (dessverre|nesten|eigentleg|jo|) ikkje (svare|seie|love|uttale|gjere noko|avgjere|bestemme|hjelpe)
    nn.disclaimer.det-kan-ikke-jeg	disclaimer	(det|den) (kan|veit|har|bestemmer|avgjer|styrer|rår) ikkje (eg|vi)
    nn.disclaimer.vet-ikke	disclaimer	(eg|vi) (veit) (jo|då|no|nok|faktisk|eigentleg|dessverre|rett og slett|) ikkje
    nn.disclaimer.vet-ikke-inverted	disclaimer	(veit|anar|har) (eg|vi) (faktisk|eigentleg|dessverre|) (ikkje|ingenting om|ingen aning|ikkje peiling)
    nn.disclaimer.vet-ikke-short	disclaimer	^(veit ikkje|veit ikkje heilt|anar ikkje|ingen aning|ikkje peiling|ikkje godt å seie|veit då ikkje)
    nn.disclaimer.aner-ikke	disclaimer	(anar ikkje|har ikkje peiling|ingen aning|ikkje peiling|har ikkje oversikt|ikkje oversikt over|er ikkje sikker på|kjenner ikkje til)
    nn.disclaimer.du-ma-ringe	disclaimer	(du|de|dei|han|ho) (må|bør|får|kan) (nesten|heller|nok|berre|då|jo|) (ringe|kontakte|spørje|ta kontakt|snakke med|høyre med|ta det med|ta det opp med|gå til|sjekke med|avklare med)
    nn.disclaimer.da-ma-du	disclaimer	(då|så|det|dette) (må|bør|får) (du|de) (nesten|heller|nok|berre|) (ringe|kontakte|spørje|ta kontakt|snakke med|høyre med|ta med|ta opp med|ta)
    nn.disclaimer.bedre-at	disclaimer	(bedre|best|lurt|fint|greiest) (at|om|hvis) (du|de|han|ho|dei) ... (ringjer|kontaktar|spør|tek kontakt|snakkar|høyrer|tek|sjekker)
    nn.disclaimer.ikke-noe-jeg	disclaimer	(ikkje noko eg|ikkje noko vi|ikkje opp til meg|ikkje opp til oss|ikkje eg som|ikkje vi som|ikkje meg som|utanfor min kontroll|får vi ikkje gjort noko med|får eg ikkje gjort noko med|kan ikkje noko for)
    nn.disclaimer.det-er-nav	disclaimer	det er (fastlegen|legen|nav|arbeidsgjevar|arbeidsgjevaren|sjukehuset|kommunen|sakshandsamar|sakshandsamaren|dei|andre|sjefen|leiaren|spesialisten|psykologen|ho|han) som (må|bør|skal|kan|avgjer|bestemmer|har|tek|gjer|styrer)
    nn.assent.ja	assent	(ja|jaja|joda|jada|jo|javisst|javel|jepp|jau|jaha)
    nn.assent.mm	assent	(mm|mhm|mmm|mmhm)
    nn.assent.ok	assent	(ok|okei|okay|greitt|fint|bra|flott|supert|godt|klart|sjølvsagt|absolutt|gjerne|einig|heilt einig|det er greitt|den er grei)
    nn.assent.akkurat	assent	(akkurat|nettopp|rett|sant|ikkje sant|stemmer|det stemmer|det er sant|skjønar|forstår|eg skjønar|eg forstår|nemlig|å ja|åja|aha|takk)
    nn.dangling.artikkel	dangling	(ein|ei|eit|min|mitt|mine|din|ditt|dine|kvar|kvart)
    nn.dangling.konjunksjon	dangling	(og|men|eller|fordi|at|om|hvis|når|som|enn|medan|sidan|så|for|då|altså|samt|sjølv)
    nn.dangling.preposisjon	dangling	(i|på|til|av|frå|med|hos|ved|mot|mellom|utan|under|før|etter|gjennom|å)
    nn.dangling.subjekt	dangling	(eg|vi|du|de|han|ho|dei|det|den|man|kvar|kva|kven)
    nn.dangling.verb	dangling	(er|var|har|hadde|kan|kunne|vil|ville|skal|skulle|må|måtte|bør|blir|får|ikkje|veldig|litt|sånn|berre)
    nn.stop.pronomen	stop	(eg|meg|min|mitt|mine|du|deg|din|ditt|dine|han|ham|hans|ho|henne|hennar|det|den|dens|dets|vi|oss|vår|vårt|våre|de|dykkar|dei|seg|sin|sitt|sine|man|ein|ei|eit|dette|denne|desse|noko|nokon|ingen|ingenting|alt|alle|andre|anna|annan|kvar|kvart|begge|sjølv|same|slik|slike|slikt|sånn|ting|tinga|folk|kva|kven|korleis|kvifor|når|som)
    nn.stop.verb	stop	(er|var|vere|vore|har|hadde|ha|hatt|blir|vart|bli|blitt|kan|kunne|kunnet|vil|ville|villet|skal|skulle|skullet|må|måtte|måttet|bør|burde|får|fekk|få|fått|gjer|gjorde|gjere|gjort|går|gjekk|gå|gått|kjem|kom|kome|tek|tok|ta|teke|seier|sa|seie|sagt|ser|så|sjå|sett|trur|trudde|tru|trodd|tenkjer|tenkte|tenkje|tenkt|synest|syntes|synst|meiner|meinte|mene|veit|visste|vite|visst|står|stod|stå|ligg|la|leggje|gi|gir|gav|gitt|finst|held|halde|treng|trong|plar|prøver|prøve|tyder|gjeld|heiter|skjer|skjedde|brukar|bruke|lurer)
    nn.stop.smaa	stop	(og|i|på|til|av|frå|med|om|for|å|at|men|eller|hvis|fordi|medan|sidan|enn|under|over|etter|før|mellom|mot|gjennom|utan|ved|hos|inn|ut|opp|ned|bort|heim|inne|ute|oppe|nede|borte|her|der|då|no|nettopp|igjen|ikkje|aldri|alltid|ofte|også|òg|berre|kun|jo|vel|nok|kanskje|litt|mykje|meir|mest|mindre|minst|veldig|ganske|heilt|så|altså|eigentleg|faktisk|liksom|allereie|enno|enda|framleis|snart|først|sist|siste|første|neste|saman|vidare|difor|likevel|dessutan|elles|heller|både|verken|dersom|sjølv|god|godt|bra|fint|greitt|ok|okei|ja|nei|to|tre|mange|få|fleire|fleste|heile|nesten|lenge|langt|uansett|måte|måten|gong|gonger|dag|tid|kvart|rett|slett)
    nn.minimal.einig	minimal	(samd|eg er samd|heilt samd|einig|eg er einig|heilt einig|det er eg samd i|det er eg einig i)
    nn.minimal.ja-nn	minimal	(ja|jau|jaudå|jadå|nei|neidå|neivel|å ja|åja|nettopp|akkurat|rett|heilt rett|det er rett|greitt|det er greitt|fint|ok|skjønar|skjøner|forstår|eg skjønar|eg skjøner|eg veit|veit eg|stemmer|stemmer det|sant|ikkje sant|sjølvsagt|sjølvsagt ikkje|så klart|visst|visst det|klart det|ja visst|takk|takk skal du ha|takk skal de ha|tusen takk|orsak|velkomen)
    nn.minimal.tru	minimal	^(ja|nei|jo|) (eg|vi|me) (trur|håper|vonar|synest|meiner|reknar med) (det|ikkje det|det også|det òg)$
    nn.minimal.det-gjer-det	minimal	^(ja|nei|jo|) det (er|var|gjer|gjorde|har|hadde|kan|skal|vil|må|vart|blir|trur|veit|synest) (det|eg|me|vi|ho|han|du|dei|de) (ja|jo|nei|også|òg|og|ikkje|nok|)$
    nn.assessment.word	assessment	(@degree|) (fint|bra|flott|godt|leitt|hyggeleg|koseleg|morosamt|spanande|spennande|interessant|viktig|vanskeleg|trist|synd|triveleg|gildt|artig|kjekt|fælt|kjempebra|kjempefint|godt å høyre|fint å høyre|bra å høyre)
    nn.assessment.frame-nn	assessment	(det er|det var|det vart|det blir|det er jo|det var jo|det høyrest|høyrest|det ser|det verkar) (@degree|) (@degree|) @quality (ut|òg|det|då|)$
    nn.question.kv	question	^(så|då|) (kva|kven|kvar|korleis|kvifor|kva for|kor mykje|kor lenge|kor mange|kor ofte|kor langt|kor stor|kor gammal|kor)
    nn.question.nar	question	^(så|) når (er|var|har|hadde|kan|skal|må|vil|blir|vart|byrjar|byrja|sluttar|kjem|kom|får|fekk|går|gjekk|bør|startar|starta|møtest|passar|gjer|skjer|hende)
    nn.question.inversion-nn	question	^@verb (du|de|dykk|vi|me|eg|han|ho|det|den|dei|nokon|nokre|ein)
    nn.question.dialect	question	^(ka|kem|kor|koffer|korsn|korsen|kafor|kåfor|kordan|kossen|åssen|katti|når tid|kva tid) (er|har|kan|skal|må|vil|blir|gjør|gjer|syns|trur|tror|vart|var|du|med|mye|mykje|lenge|mange)
    nn.question.indirect.lurer-nn	question	(eg|vi|me) (lurer|lurte) ... (på|om|kva|kvar|korleis|kvifor|når|kven)
    nn.question.indirect.kan-du-nn	question	(kan|kunne|vil) (du|de) ... (seie|fortelje|forklare|utdjupe|gjenta|vise)
    nn.closing.vidare	closing	(då går vi vidare|då går me vidare|skal vi gå vidare|skal me gå vidare|då seier vi det|då seier me det|då gjer vi det slik|det var det heile|det var alt|ikkje noko meir|er det noko meir|nokon fleire|takk for i dag|då er vi ferdige|då er me ferdige|då er vi einige|vi lèt det liggje|me lèt det liggje|treng ikkje seie meir om det)
    nn.deferral.attende	deferral	(kjem attende til|kjem tilbake til|kome tilbake til|kome attende til|tek det seinare|tek vi seinare|tek me seinare|tek det neste gong|ta det neste gong|neste gong|neste møte|vi får sjå|me får sjå|får vi sjå|det får vi sjå)
    nn.disclaimer.veit-ikkje	disclaimer	(eg veit ikkje|veit ikkje|veit eg ikkje|anar ikkje|ikkje peiling|det kan ikkje eg svare på|kan ikkje eg svare|ikkje mi rolle|ikkje mi oppgåve|ikkje mitt ansvar|ikkje mitt bord|utover mi rolle|du må ringje|du må ringe|du må kontakte|du må spørje|du må snakke med)
    nn.assent.jau	assent	(ja|jau|jo|mm|mhm|greitt|fint|einig|samd|rett|stemmer|sjølvsagt|skjønar|forstår)
    nn.stop.nn	stop	(eg|me|de|dykk|ho|dei|ikkje|kva|kven|kvar|korleis|kvifor|kor|noko|nokon|nokre|berre|òg|då|no|frå|meir|mykje|vere|vore|vart|gjer|kjem|seier|veit|trur|synest|meiner|medan|sidan|utan|denne|desse|ein|eit|sjølv|også|mi|di|si|han|ho)

    """#

  static let da = #"""
    # Danish cues for Samtale. Columns: identifier, class, pattern, note (optional), tabs between.
    # The pattern language is described in README.md beside this file.
    # A DRAFT: made after the Bokmål list, and nobody has measured these rules on annotated talk.
    # Corrections and additions are very welcome, above all from people who transcribe such talk.
    #
    da.list.verb	list	(er|har|kan|vil|skal|må|bør|får|går|tror|synes|syns|ved|husker|behøver|kunne|ville|skulle|burde|måtte|var|havde|blev|blir|fik|gik|gør|gjorde|siger|sagde|tænker|mener|ønsker|kjenner|ser|føler|bruger|kommer|tog|tager|står|ligger|findes|fins|orker|klarer|rekker|passer|stemmer|jobber|bor|hører|forstår|prøver|taler|begynder|sover|spiser|leser|søker|savner|gleder|pleier|tør|venter|undrer|regner|betyder|gælder|fungerer|hjelper|hedder|vurderer|slipper|fikser|greier|slutter|ringte|talte|prøvde|møtte|søkte)
    da.list.subject	list	(du|i|de|vi|jeg|han|hun|det|den|man|nogen|alle|dette|denne|disse|ikke du|ikke I|ikke vi|ikke det|ikke den|ikke jeg|ikke han|ikke hun|ikke de)
    da.list.wh	list	(hvad|hvem|hvor|hvordan|hvorfor|hvilken|hvilket|hvilke|hvorhen)
    da.list.negation	list	(ikke|nej|aldrig|ingen|intet|ingenting|hverken)
    da.list.degree	list	(så|meget|super|ret|utroligt|superduper|helt|rigtig|fryktelig|ordentlig|rimelig|lidt|for|bare|ikke|ikke så|jo|også|egentlig|virkelig|alldeles|sabla|dritt|så meget|nokså|temmelig|jo meget|jo så|jo lidt|jo ret|jo også|nesten|mere|endda)
    da.list.quality	list	(godt|fint|fin|fine|flot|supert|super|gode|god|hyggeligt|hyggelige|vigtigt|viktige|interessant|interessante|spændende|svært|vanskelige|trist|synd|ærgerligt|dumt|kedeligt|kjekt|kjempebra|kjempefint|kjempeflott|kjempegodt|kjempeviktig|kjempespennende|kjempehyggelig|kjempegøy|meget|dejligt|perfekt|utmerket|strålende|fantastisk|herlig|koselig|sjovt|moro|artig|mærkeligt|rørende|imponerende|skummelt|slitsomt|tungt|hårdt|tøff|krevende|let|enkelt|vrient|tragisk|forferdelig|grusomt|fælt|ille|dårligt|værre|verst|bedre|bedst|træls|urettferdig|rettferdig|lurt|smart|nyttig|fornuftig|klokt|naturlig|forståelig|vanlig|rimelig|logisk|realistisk|muligt|umuligt|bittert|bekymringsfullt|frustrerende|irriterende|skuffende|positivt|negativt|modig|sterkt|flinkt|flink|dyktig|heldig|uheldig|godt nok|fint nok|godt at høre|hyggeligt at høre|fint at høre|trist at høre|ærgerligt at høre|kjempefint at høre|artig at høre|godt at vite|fint at vite|god idé|god ide|lurt at vite|så godt|så fint|godt jobba|godt jobbet|godt gjort|godt sagt|godt poeng|godt spørgsmål|gode nyheter|kult|kul|rått|sykt|mærkeligt at|til at bli glad af|på tide|det beste|det verste)
    da.minimal.ja	minimal	(ja|jaa|jaha|ja-a|jaja|jajaja|ja ja|ja visst|javisst|javel|ja vel|jada|ja så|jau|jauda|jadda|ja tak|ja men)
    da.minimal.jo	minimal	(jo|joda|jo så|joa|jovisst|jo visst|jo men|jo tak|tja|tjo|jæ)
    da.minimal.nei	minimal	(nei|næ|nei så|neida|nei nei|neinei|nei vel|neivel|nei tak|niks|nei men|neimen|næh|nehei|nei visst)
    da.minimal.mm	minimal	(mm|mmm|mmmm|mhm|mmhm|m-hm|mm-hm|mm-hmm|hm|hmm|hmmm|m|mhmm)
    da.minimal.ok	minimal	(ok|okei|okay|okey|åkei|oki|okidoki|o.k)
    da.minimal.greit	minimal	(fint|fint det|fint nok|det er fint|det går fint|det er helt fint|helt fint|den er fin|den er god|det var fint|det er fint det|det går godt|det er i orden|i orden|fin)
    da.minimal.fint	minimal	^(fint|godt|flot|supert|topp|perfekt)$
    da.minimal.akkurat	minimal	(præcis|netop|rigtig|presis|nemlig|præcis det|præcis ja|netop det|netop ja|eksakt|helt rigtig|helt korrekt|korrekt|ja netop|præcis som)
    da.minimal.sant	minimal	(sant|ikke sant|sant nok|så sant|sant det|helt sant|det er så sant|det er sant|det er jo sant|det er sant det|det er helt sant)
    da.minimal.stemmer	minimal	(stemmer|stemmer det|det stemmer|det stemmer det|det stemmer godt|det stemmer nok|det gør nok det|stemmer nok)
    da.minimal.klart	minimal	(klart|så klart|såklart|klart det|visst|sikkert|helt sikkert|selvfølgelig|naturligvis|absolut|garantert|definitivt|ja absolut|åpenbart|helt klart|utvilsomt|det er klart|det er klart det|ja klart|så absolut|så visst|sikkert det)
    da.minimal.enig	minimal	(enig|helt enig|jeg er enig|jeg er helt enig|enig i det|jeg er enig i det|det er jeg enig i|det er jeg helt enig i|vi er enige|det er vi enige om|uenig|ikke enig|ja enig)
    da.minimal.skjonner	minimal	(forstår|jeg forstår|jeg ser|jeg ser det|jeg ved|jeg ved det|det ved jeg|det forstår jeg|jeg forstår det|jeg hører|jeg hører det|jeg hører hvad du siger|det ser jeg|den er fin|jeg forstår hvad du mener|mottatt|oppfattet|notert|forstått|skjønte det|den tager jeg)
    da.minimal.aha	minimal	(at|åh|aha|åja|at ja|åjaja|åjo|at jo|at nei|oi|oj|oioi|oioioi|oida|uff|huff|jøss|jøye|wow|herregud|gud|hej|åh ja|hvordan det|næmmen|neimen så|ææ|ah|oh|ooh|jøye mig|at gud|at fy|huff så|uff så|hurra)
    da.minimal.virkelig	minimal	^(virkelig|siger du det|gør du|gør du det|har du|er du|er det det|jaså|siger du|har du det|er det sant|at er det det|er det|gjorde du|gjorde du det|blev det|mener du det|har I|gør I)$
    da.minimal.takk	minimal	(tak|tak skal du ha|tak skal I ha|tusind tak|mange tak|tak for det|tak for mig|tak for hjelpen|tak i like måde|i like måde|bare hyggeligt|vær så god|værsågod|vær så snill|tak det samme|ja tak|nei tak|takker|selv tak)
    da.minimal.hilsen	minimal	(hej|hej hej|heisann|hallo|god morgen|god dag|ha det|hadet|ha det godt|ha det fint|snakkes|vi ses|vi sees|velkommen|god helg|morn|morna|heihei|adjø)
    da.minimal.unnskyld	minimal	(undskyld|undskyld mig|beklager|jeg beklager|sorry|om forlatelse)
    da.minimal.kanskje	minimal	(måske|måske det|muligvis|antagelig|antakelig|sannsynligvis|forhåpentligvis|trolig|gjerne|meget gjerne|helst|helst ikke|måske ikke|gjerne det|tydeligvis|visstnok|kan godt hende|kan hende|kan hende det|det kan hende|det kan godt hende|muligt det|det er muligt|det spørs)
    da.minimal.det-er-det	minimal	^(ja|jo|nei|så|for|) det (er|var|gør|gjorde|har|havde|kan|skal|vil|må|blir|blev|bør|får|tror|ved|synes|syns|mener|stemmer|går|kommer|husker|ser) (det|jeg|vi|han|hun|du|de|i|den|man) (ja|jo|nei|også|òg|og|nok|absolut|ikke|faktisk|egentlig|så|det|også ja|) $
    da.minimal.jeg-tror-det	minimal	^(ja|jo|nei|) (jeg|vi) (tror|håper|antar|synes|syns|regner med|vil tro|vil sige|mener|går ud fra|ser) (det|ikke det|det også|det ja|det ikke|nok det|det absolut|egentlig det) $
    da.minimal.gjor-jeg	minimal	^(ja|jo|nei|) (det) (gør|har|kan|skal|vil|er|må) (jeg|vi) (gjerne|nok|faktisk|absolut|virkelig)$
    da.minimal.ikke	minimal	(ikke egentlig|egentlig ikke|selvfølgelig ikke|absolut ikke|slett ikke|ikke endnu|ikke endda|ikke helt|ikke præcis|ikke nødvendigvis|definitivt ikke|overhodet ikke|over hodet ikke|på ingen måde|aldrig i livet|ikke i det hele taget|ikke tale om|nei ikke det|ikke det nei|ikke noget|ikke meget|ikke jeg hellere|ikke det hellere|sikkert ikke|vel ikke det|ikke noget problem|null problem|ingen problem|ingen årsak|ikke noget at takke for|ikke mig|ikke mærkeligt|ikke mærkeligt det|klart ikke|jeg tror ikke det|nei det er det ikke)
    da.minimal.samme-her	minimal	(samme her|jeg også|mig også|vi også|det samme|det er fint for mig|passer fint|passer godt|det passer fint|det passer godt|det passer|høres fint ud|det høres fint ud|det gør vi|så gør vi det|vi gør det|la gå|avtale|det er en avtale|den er i boks|sådan ja|sådan er det|sådan er det ja|sådan er det bare|sådan er livet|der ja|der har vi det|der ser du|så det så|godt muligt|gjerne for mig|for all del|for så vidt|forsåvidt|på en måde|i grunnen|så at sige)
    da.minimal.det	minimal	^(det|det ja|det er rigtig|det er rett|det er helt rigtig|det var det|du har rett|det har du rett i|der har du rett|det er rigtig det|det var rigtig|du siger noget|det siger du noget om)$
    da.filler.eh	filler	(eh|eeh|ehm|øh|øhm|øø|e-eh|øy|em|æh|æhm|uhm|um|uh|ø|eeeh|ehh)
    da.filler.ikke-sant-du	filler	(liksom|altså|på en måde|hvad skal jeg sige|skal vi se|la os se|la mig se|jeg mener|du ved|hvad hedder det|hvad er det det hedder|hvad var det det het|holdt på at sige|holdt jeg på at sige|ved du|skal vi sige)
    da.filler.men	filler	(men|og|eller|for|fordi|assa|asså|bare|også|òg|faktisk|egentlig)
    da.assessment.quality	assessment	@quality
    da.assessment.degree-quality	assessment	(@degree|) @degree @quality
    da.assessment.frame	assessment	(det er|det var|det blir|det blev|er|var|den er|den var|det er jo|det var jo|det er nok|det var så|det er så|det må være|det havde været|det ville været|det kan være|du er|I er|de er|for noget|det er klart det er|det synes jeg er|det syns jeg er|det synes jeg var|synes jeg er|jeg synes det er|jeg syns det er|jeg synes det var|jeg tror det er|synes det er) (@degree|) (@degree|) @quality (det|så|altså|ja|jo|at høre|for dig|for I|for mig|for os|at|også|synes jeg|syns jeg|syns eg|tænker jeg|egentlig|faktisk|nok|gitt|ass|) $
    da.assessment.frame-inverted	assessment	(det synes jeg|det syns jeg|det tror jeg|det tænker jeg) (er|var|blir|høres) (@degree|) @quality (ud|)$
    da.assessment.hores-ut	assessment	(det høres|høres|det ser|ser|det virker|virker|det føles|føles|det kjennes|det lyder|høres jo|det høres jo|det høres jo ud som|det ser jo) (@degree|) (@degree|) @quality (ud|ud det|ud som|det|også|ja|) $
    da.assessment.sa	assessment	^(så|for en|for et|for noget|hvor) @quality _$
    da.assessment.for-en	assessment	^(for en|for et|for noget) _$
    da.assessment.noun	assessment	(en|et|) (@degree|) @quality (idé|ide|poeng|spørgsmål|tanke|plan|løsning|job|forslag|nyhet|nyheter|start|avtale|innspill|ting|mulighet|tilbud)
    da.assessment.liker	assessment	^(det|den) (kan|elsker|setter) jeg (godt|meget godt|pris på|) $
    da.assessment.gratulerer	assessment	(gratulerer|til lykke|så synd|så ærgerligt|så dumt|så hyggeligt|så koselig|så flot|stakkars dig|stakkars|all ære|lykke til|kondolerer|godt for dig|heia dig|stå på)
    da.question.hv	question	^(så|) @wh
    da.question.hv-preposition	question	^(så|) (til|for|i|på|af|fra|med|om|hos|ved) (hvad|hvem|hvilken|hvilket|hvilke|hvor)
    da.question.nar	question	^(så|) når (er|var|har|havde|kan|skal|må|vil|blir|blev|begynder|begynte|slutter|kommer|kom|får|fik|går|gik|bør|starter|startet|starta|møtes|ses|talte|reiser|tænker|passer|gjorde|gør|skete|sker|så|om morgenen)
    da.question.hva-med	question	(hvad med|hvad om|hvad så|hvordan det|hvorfor det|hvorfor ikke|hvem andre|hvad andet|hvad mere|hvem så|når så|hvor så|hvad slags)$
    da.question.hva-slags	question	(hvad slags|hvad for|hvad med|hvor meget|hvor mange|hvor lenge|hvor ofte|hvor langt|hvor stor|hvor gammel) ... (er|har|kan|skal|må|vil|blir|får|tænker|behøver|bruger|jobber|sover|tror) (du|i|vi|jeg|han|hun|det|den|de)
    da.question.hv-inverted	question	(hvad|hvordan|hvorfor|hvem) (er|har|kan|skal|må|vil|blir|får|tænker|synes|syns|tror|siger|mener|gør|gjorde|var|ved|bør|behøver|ønsker) (du|i|vi|de)
    da.question.inversion	question	^@verb @subject
    da.question.inversion-adverb	question	^@verb (ikke|jo|så|egentlig|nu|virkelig|allerede|stadig|nogen gang|måske) @subject
    da.question.inversion-navn	question	^(er|har|kan|skal|vil|må|får|bør|var|blir|fungerer|stemmer|gælder) (lægen|nav|arbejdsgiver|arbejdsgiveren|sjefen|lederen|kona|mannen|mamma|pappa|barna|terapeuten|veilederen|behandleren|noget|nogen|alt|alle|andre|folk|min|din|mit|dit|planen|jobbet|mødet|næste|dine|mine)
    da.question.inversion-after-comma	question	, (er|har|kan|vil|skal|må|bør|får|tror|synes|syns|ved|husker|behøver|ønsker) (du|i)
    da.question.or-inverted	question	(eller|og|men) (er|har|kan|vil|skal|må|bør|får|tror|synes|syns|blir|var|behøver) (du|i|vi|jeg|det|den) _
    da.question.tag.ikke-sant	question	_ , ikke sant$
    da.question.tag.sant	question	_ _ , sant$
    da.question.tag.vel	question	(ikke|aldrig|ingen|neppe) ... vel$
    da.question.tag.vel-comma	question	_ , vel$
    da.question.tag.er-du-ikke	question	, (er|har|kan|vil|skal|gør|var|må|får|gjorde|havde) (du|i|det|den|han|hun|de|vi|jeg) ikke$
    da.question.tag.hva	question	_ , (hvad|hæ|hvad så)$
    da.question.tag.er-det-greit	question	, (er det fint|går det godt|er det ok|er det rigtig|er det sådan|stemmer det|hvad siger du|hvad tænker du|hvad tror du|hvad siger I|er du enig|er I enige)$
    da.question.noen	question	^(nogen|noget) (mere|spørgsmål|andet|andre|kommentarer|innspill|tanker|ideer|som)
    da.question.flere	question	^(flere|andre) (spørgsmål|kommentarer|innspill|ting|saker|tanker)
    da.question.hva-alone	question	^(hvad|hvem|hvor|hvorfor|hvordan|når|hæ|hvilken|hvilke|hvad for noget|hvad siger du|hvad sagde du|hvad så)$
    da.guard.conditional-sa	notquestion	^@verb @subject ... ... , så
    da.guard.conditional-da	notquestion	^@verb @subject ... ... , så (er|har|kan|vil|skal|må|blir|får|går|tager)
    da.guard.conditional-verb	notquestion	^(har|er|kan|vil|skal|må|får|blir|kommer|ønsker|behøver|går|havde|var|skulle|gør|passer) @subject ... ... , (kan|skal|må|får|blir|er|vil|bør|går|tager|ring|sige|bare|tage|kontakt) (du|vi|jeg|det|i|den|man|mig|fra|bare|gjerne|kontakt)
    da.guard.conditional-plain	notquestion	^(har|er|kan|vil|skal|må|får|blir|kommer|ønsker|behøver|går|havde|var|skulle) (du|i|det|den|vi|jeg|man|han|hun) ... ... så (kan|skal|må|får|blir|er|vil|bør|går|tager|ring|sige|bare|ville|kunne|havde|skulle)
    da.guard.conditional-gap	notquestion	^(blir|kommer|får|skulle|sker) (det|den|noget|du|i|nogen) ... ... ... så
    da.guard.vet-ikke	notquestion	^(ved|tror|synes|syns|husker|forstår|tænker|mener) (ikke|jo|bare|at|det|nok)
    da.guard.tror-det	notquestion	^(tror|synes|syns|ved|håper|mener) (jeg|vi)
    da.guard.far-vi	notquestion	^(får|får vi|får jeg|får du) (se|tage|prøve|bare|håpe)
    da.guard.imperativ	notquestion	^(se|sige|tage|gå|kom|hør|vent|prøv|husk|ring|tenk|la|bare|spørger|send|skriv|snakk|fortæl|forklar|slapp|stå) (det|den|på|du|i|at|til|ud|mig|os|hvad|her|nu|lidt)
    da.guard.kan-det	notquestion	^(kan|skal|må|vil|bør) (det|vi|jeg|du)$
    da.guard.ikke-sant-alone	notquestion	^(ja|nei|netop|præcis) , (ikke sant|sant)$
    da.guard.hva-som-helst	notquestion	^(hvad|hvem|hvor|når|hvilken|hvilket) som helst
    da.guard.hva-enn	notquestion	^(hvad|hvem|hvor|hvordan|hvorfor) (end|som end|jeg|vi|du|de|det|den|han|hun|i|man) ... (er|var|skal|har|kan|vil|gør)
    da.guard.hvis	notquestion	^hvis
    da.guard.hvor-relative	notquestion	^(hvor|hvorav|hvorvidt) (jeg|vi|du|de|det|den|han|hun|i|man)
    da.guard.for-naar	notquestion	^(så|) når (det gælder|jeg|du|vi|de|han|hun|man|i)
    da.opening.ok-da	opening	^(ok|okei|okay|fint|godt|flot|ja|så|supert) , (så|nu|næste|men så|først) (er|har|skal|kan|må|tager|går|begynder|starter|tænker|vi|var|blir|undrer|får|skulle|tror|vil)
    da.opening.da-verb	opening	^(så|nu) (starter|begynder|skal vi|tager vi|går vi|kan vi|må vi|har vi|setter vi|åpner|fortsetter|er det|er vi|tænker jeg|tænkte jeg|skulle vi|kommer vi|undrer jeg|vil jeg)
    da.opening.da-only	opening	^(ok så|okei så|så|nu|så så|men så) , _
    da.opening.neste	opening	(næste|første|andre|tredje|sidste|et andet|en anden) (punkt|sag|tema|ting|spørgsmål|post|emne)
    da.opening.neste-start	opening	^(næste|først|først og fremst|for det første|for det andre|til slutt|til sist|videre|dessuten|forresten|apropos|ellers|en ting til|en anden ting|en sidste ting)
    da.opening.videre	opening	(gå videre|går videre|over til|tilbage til|videre til|tage for os|tage op|tager op|starte med|starter med|begynde med|begynder med|vende tilbage|komme ind på)
    da.opening.nar-det-gjelder	opening	(når det gælder|angående|vedrørende|med hensyn til|i forhold til|det med|dette med|hvad gælder|apropos|om det med)
    da.opening.agenda	opening	(agenda*|dagsorden*|sakliste*|saksliste*|møde*|referat*|plan|planen|aktivitetsplan*|punkt|punktet|tema|temaet|oppsummer*|eventuelt)
    da.opening.hva-med	opening	^(hvad med|hvordan går det med|hvordan er det med|hvordan gik det med|hvordan går det|hvordan har du det|hvordan har det gått)
    da.opening.velkommen	opening	(velkommen|god morgen|god dag|hej alle sammen|tak for at)
    da.opening.jeg-tenkte	opening	^(jeg|vi) (tænkte|tænker|ville|vil|har lyst|skulle|undrer|undrede) (på|bare|at vi|at|gjerne|jeg ville)
    da.closing.gar-videre	closing	(så|skal|kan|nu|la os|vi) (går vi|gå vi|vi gå|gå|kan vi gå|kan gå|går|vi så gå) videre
    da.closing.sier-det	closing	(så siger vi det|vi siger det|så gør vi det sådan|så siger vi det sådan|siger vi det|så er det avtalt|så er det bestemt|så er det avgjort|så er vi enige|så er vi i mål|så har vi det)
    da.closing.det-var-det	closing	(det var det|det var det hele|det var alt|det er alt|det var bare det|det var vel det|det var vel alt|var det alt|så var det det|det er vel det|det var i grunnen det|det var egentlig det|så var vi færdige|så var det vel det) (hele|jeg havde|vi havde|fra mig|fra min side|for mig|for i dag|jeg ville sige|)$
    da.closing.ikke-mer	closing	(ikke noget mere|ikke mere|ingenting mere|ingen flere|ikke nogen flere|ikke noget andet|ikke noget at tilføye|ikke noget at legge til|ikke så meget mere|ikke så meget at sige|ikke noget spesielt mere|ikke mere at sige|ikke mere om det)$
    da.closing.har-ikke-mer	closing	(har|havde) ikke (noget|så meget|meget|nogen|) (mere|flere|andet|mere at sige|mere at tilføye|at tilføye|mere end det)
    da.closing.er-det-mer	closing	(er det|var det|har du|har I|har vi|er det nogen som har) (noget|nogen|andre|flere) (mere|flere|andet|andre|spørgsmål|andre ting|flere ting|ting|kommentarer|innspill|mere du|mere vi)
    da.closing.noe-mer	closing	^(noget mere|noget andet|flere spørgsmål|andre ting|nogen spørgsmål|noget at tilføye|ellers noget|noget ellers|noget til)$
    da.closing.ligge	closing	(lar|la|kan la) (vi|det|os|den|) (det|den|) ligge
    da.closing.trenger-ikke	closing	(behøver|må) (du|vi|i|jeg|man) ikke (sige|tale|at sige|at tale|diskutere) (noget|) mere
    da.closing.trenger-ikke-plain	closing	(behøver) ikke (at|) (sige|tale|diskutere) (noget|) mere
    da.closing.ferdige	closing	(så|nu|vi) (er vi|er|var vi|er jeg) (færdig|færdige|i mål|klare|gennem)
    da.closing.avslutte	closing	(avslutte*|avrund*|runde af|runder af|sette strek|setter strek|sett strek|slutter vi|stopper vi der|stoppe der|gir os der|gi os der|vi gir os|hever mødet|heve mødet)
    da.closing.takk-for	closing	(tak for i dag|tak for nu|tak for mødet|tak for praten|tak for oppmøtet|tak for mig|så takker vi|tak for innsatsen|så ses vi|så sees vi|så snakkes vi|så møtes vi|vi ses|vi sees)
    da.deferral.senere	deferral	(tager|tage|taler|kommer|ser|diskuterer|gør|vurderer|bestemmer|finner) (vi|det|jeg|den|på|om|) (det|den|om|på|vi|) (det|den|) (senere|siden|bagefter|næste gang|en anden gang|i næste møde|over sommeren|efter ferien|til næste)
    da.deferral.tilbake	deferral	(kommer|komme|kom|vender|får komme) (vi|jeg|) (tilbage|tebake|attende) til (det|den|dette|de|saken|temaet)
    da.deferral.neste-gang	deferral	(næste gang|næste møde|i næste møde|en anden gang|ved en senere anledning|senere i mødet|til næste gang|lidt senere|på et senere tidspunkt)
    da.deferral.far-se	deferral	(vi får|får vi|vi får bare|så får vi|jeg får|det får vi|får) (bare|) (se|sjå|vente og se|tage det som det kommer|se på det|se hvordan det går|se an|tage tiden til hjelp)
    da.deferral.vente	deferral	(vente med det|venter med det|utsette*|utsett|sette det på vent|setter det på vent|sette på vent|la det vente|parkere*|avvente*|ser det an|se det an|sov på det|sove på det|tænke på det til|ligge lidt)
    da.disclaimer.rolle	disclaimer	(udover|udenfor|ikke|ikke præcis|på siden af) (min|mit|mine|vores) (rolle|opgave|oppgaver|ansvar|bord|job|mandat|område|felt|afgørelse|sag|ansvarsområde|fagfelt|myndighet)
    da.disclaimer.rolle-2	disclaimer	(ligger|går|er) (lidt|noget|egentlig|jo|) (udover|udenfor) (min|mit|det|vores|rammen|hvad)
    da.disclaimer.kan-ikke-svare	disclaimer	(kan|tør) (jeg|vi) (dessverre|) ikke (svare|sige|love|uttale|gøre noget|avgjøre|bestemme|hjælpe)
    da.disclaimer.kan-ikke-svare-2	disclaimer	(jeg|vi) (kan|tør|får) (dessverre|nesten|egentlig|jo|) ikke (svare|sige|love|uttale|gøre noget|avgjøre|bestemme|hjælpe)
    da.disclaimer.det-kan-ikke-jeg	disclaimer	(det|den) (kan|ved|har|bestemmer|avgjør|styrer|rår) ikke (jeg|vi)
    da.disclaimer.vet-ikke	disclaimer	(jeg|vi) (ved|veit) (jo|så|nu|nok|faktisk|egentlig|dessverre|rett og slett|) ikke
    da.disclaimer.vet-ikke-inverted	disclaimer	(ved|aner|har) (jeg|vi) (faktisk|egentlig|dessverre|) (ikke|ingenting om|ingen anelse|ikke peiling)
    da.disclaimer.vet-ikke-short	disclaimer	^(ved ikke|veit ikke|ved ikke helt|aner ikke|ingen anelse|ikke peiling|ikke godt at sige|ved så ikke)
    da.disclaimer.aner-ikke	disclaimer	(aner ikke|har ikke peiling|ingen anelse|ikke peiling|har ikke oversikt|ikke oversikt over|er ikke sikker på|kjenner ikke til)
    da.disclaimer.du-ma-ringe	disclaimer	(du|i|de|han|hun) (må|bør|får|kan) (nesten|hellere|nok|bare|så|jo|) (ringe|kontakte|spørge|tage kontakt|tale med|høre med|tage det med|tage det op med|gå til|sjekke med|avklare med)
    da.disclaimer.da-ma-du	disclaimer	(så|det|dette) (må|bør|får) (du|i) (nesten|hellere|nok|bare|) (ringe|kontakte|spørge|tage kontakt|tale med|høre med|tage med|tage op med|tage)
    da.disclaimer.bedre-at	disclaimer	(bedre|bedst|lurt|fint|greiest) (at|om|hvis) (du|i|han|hun|de) ... (ringer|kontakter|spørger|tager kontakt|taler|hører|tager|sjekker)
    da.disclaimer.ikke-noe-jeg	disclaimer	(ikke noget jeg|ikke noget vi|ikke op til mig|ikke op til os|ikke jeg som|ikke vi som|ikke mig som|udenfor min kontroll|får vi ikke gjort noget med|får jeg ikke gjort noget med|kan ikke noget for)
    da.disclaimer.det-er-nav	disclaimer	det er (lægen|nav|arbejdsgiver|arbejdsgiveren|sykehuset|kommunen|sagsbehandler|sagsbehandleren|de|andre|sjefen|lederen|spesialisten|psykologen|hun|han) som (må|bør|skal|kan|avgjør|bestemmer|har|tager|gør|styrer)
    da.assent.ja	assent	(ja|jaja|joda|jada|jo|javisst|javel|jepp|jau|jaha)
    da.assent.mm	assent	(mm|mhm|mmm|mmhm)
    da.assent.ok	assent	(ok|okei|okay|fint|godt|flot|supert|klart|selvfølgelig|absolut|gjerne|enig|helt enig|det er fint|den er fin)
    da.assent.akkurat	assent	(præcis|netop|rigtig|sant|ikke sant|stemmer|det stemmer|det er sant|forstår|jeg forstår|nemlig|at ja|åja|aha|tak)
    da.dangling.artikkel	dangling	(en|et|min|mit|mine|din|dit|dine|hver|hvert)
    da.dangling.konjunksjon	dangling	(og|men|eller|fordi|at|om|hvis|når|som|end|mens|siden|så|for|altså|samt|selv)
    da.dangling.preposisjon	dangling	(i|på|til|af|fra|med|hos|ved|mot|mellem|uden|under|før|efter|gennem|at)
    da.dangling.subjekt	dangling	(jeg|vi|du|i|han|hun|de|det|den|man|hvor|hvad|hvem)
    da.dangling.verb	dangling	(er|var|har|havde|kan|kunne|vil|ville|skal|skulle|må|måtte|bør|blir|får|ikke|meget|lidt|sådan|bare)
    da.stop.pronomen	stop	(jeg|mig|min|mit|mine|du|dig|din|dit|dine|han|ham|hans|hun|henne|hennes|det|den|dens|dets|vi|os|vores|i|jeres|de|dem|sig|sin|sit|sine|man|en|et|dette|denne|disse|noget|nogen|ingen|ingenting|alt|alle|andre|andet|anden|hver|hvert|begge|selv|samme|sådan|slike|slikt|sådanne|ting|tingene|folk|hvad|hvem|hvor|hvordan|hvorfor|hvilken|hvilket|hvilke|når|som)
    da.stop.verb	stop	(er|var|være|været|har|havde|ha|haft|blir|blev|bli|blevet|kan|kunne|kunnet|vil|ville|villet|skal|skulle|skullet|må|måtte|måttet|bør|burde|får|fik|få|fått|gør|gjorde|gøre|gjort|går|gik|gå|gått|kommer|kom|komme|kommet|tager|tog|tage|taget|siger|sagde|sige|sagt|ser|så|se|sett|tror|trodde|tro|trodd|tænker|tænkte|tænke|tenkt|synes|syntes|syns|mener|mente|mene|ved|visste|vite|visst|står|stod|sto|stå|ligger|la|legge|gi|gir|ga|gitt|findes|fins|holder|holde|behøver|trengte|pleier|prøver|prøve|betyder|gælder|hedder|sker|skete|bruger|bruke|undrer)
    da.stop.smaa	stop	(og|i|på|til|af|fra|med|om|for|at|men|eller|hvis|fordi|mens|siden|end|under|over|efter|før|mellem|mot|gennem|uden|ved|hos|ind|ud|op|ned|bort|hjem|inne|ute|oppe|nede|borte|her|der|så|nu|netop|igen|ikke|aldrig|altid|ofte|også|òg|bare|kun|jo|vel|nok|måske|lidt|meget|mere|mest|mindre|minst|ret|helt|altså|egentlig|faktisk|liksom|allerede|endnu|endda|stadig|fremdeles|snart|først|sist|sidste|første|næste|sammen|videre|derfor|alligevel|dessuten|ellers|hellere|både|verken|dersom|selv|god|godt|fint|ok|okei|ja|nei|to|tre|mange|få|flere|fleste|hele|nesten|lenge|langt|uansett|måde|måden|gang|gange|dag|tid|hvert|rett|slett)
    da.minimal.ja-da	minimal	(ja|jo|jamen|jaja|jada|jow|nej|næ|næh|nå|nåh|nå ja|nå da|javel|jep|ok|okay|mm|mhm|hm|fint|godt|det er fint|det er i orden|i orden|det er ok|lige præcis|præcis|netop|nemlig|rigtigt|det er rigtigt|det er rigtig|det er sandt|det passer|det stemmer|ikke|ikke sandt|klart|selvfølgelig|naturligvis|bestemt|helt sikkert|enig|det er jeg enig i|helt enig|det forstår jeg|jeg forstår|det kan jeg godt se|tak|mange tak|tusind tak|selv tak|undskyld|hej|hej hej|farvel|aha|åh|ih|uha|wow|det tror jeg|det tror jeg ikke|det ved jeg|det er det|det gør det|slet ikke|overhovedet ikke|egentlig ikke|måske|gerne)
    da.filler.oh	filler	(øh|øhm|øhh|hva|altså|ligesom|sådan|men|og|jamen|lissom)
    da.assessment.word	assessment	(@degree|) (godt|fint|flot|super|dejligt|skønt|hyggeligt|sjovt|spændende|interessant|vigtigt|svært|hårdt|trist|ærgerligt|synd|træls|fedt|rart|lækkert|fantastisk|perfekt|det lyder godt|det lyder fint|lyder godt)
    da.assessment.frame-da	assessment	(det er|det var|det bliver|det blev|det lyder|lyder|det ser|det virker) (@degree|) (@degree|) @quality (ud|da|jo|altså|)$
    da.question.tag.ikke	question	_ , (ikke|ikke også|ikke sandt|vel|hva|eller hvad|eller|ik|ikk)$
    da.question.indirect.da	question	(kan|vil|kunne) (du|i) ... (sige|fortælle|forklare|uddybe)
    da.question.undrer	question	(jeg|vi) ... (undrer mig over|spekulerer på|vil gerne vide|ville høre om)
    da.question.inversion-da	question	^@verb (du|i|vi|jeg|han|hun|det|den|de|man|der|nogen)
    da.closing.da	closing	(så går vi videre|skal vi gå videre|det var det|det var alt|ikke mere|er der mere|er der andet|så siger vi det|tak for i dag|så er vi færdige|lad os gå videre)
    da.deferral.da	deferral	(det vender vi tilbage til|vender tilbage til|kommer tilbage til|det tager vi senere|næste gang|en anden gang|det må vi se|må vi se|vi får se)
    da.disclaimer.da	disclaimer	(det ved jeg ikke|jeg ved ikke|ved ikke|aner det ikke|ingen anelse|ikke mit bord|ikke min opgave|ikke mit ansvar|det kan jeg ikke svare på|du må ringe|du må kontakte|du skal kontakte|du må spørge)
    da.stop.da	stop	(i|der|hvad|af|nu|også|efter|noget|nogen|meget|mere|været|blev|skulle|ved|sige|siger|os|mig|dig|sig|jeres|vores|lige|ind|ud|op|igen|aldrig|altid|måske|endnu|eller|havde)

    """#

  static let sv = #"""
    # Swedish cues for Samtale. Columns: identifier, class, pattern, note (optional), tabs between.
    # The pattern language is described in README.md beside this file.
    # A DRAFT: nobody has measured these rules on annotated talk, and no native speaker has read them.
    # Corrections and additions are very welcome, above all from people who transcribe such talk.
    #
    # -- named lists
    sv.list.verb	list	(är|har|kan|vill|ska|skall|måste|bör|får|går|tror|tycker|vet|minns|behöver|kunde|ville|skulle|borde|var|hade|blev|blir|fick|gick|gör|gjorde|säger|sa|tänker|menar|önskar|känner|ser|gillar|använder|kommer|tog|tar|står|ligger|finns|orkar|hinner|passar|stämmer|jobbar|bor|hör|förstår|fungerar|brukar|vågar|väntar|sover|äter)
    sv.list.subject	list	(du|ni|vi|jag|han|hon|det|den|de|dom|man|någon|nån|alla|detta|inte du|inte ni|inte vi|inte det)
    sv.list.wh	list	(vad|vem|vilka|var|vart|hur|varför|vilken|vilket|varifrån)
    sv.list.negation	list	(inte|ej|nej|aldrig|ingen|inget|ingenting|varken)
    sv.list.degree	list	(så|väldigt|jätte|ganska|otroligt|mycket|helt|riktigt|verkligen|lite|bara|inte|inte så|ju|också|egentligen|rätt|för|himla|super|mer)
    sv.list.quality	list	(bra|fint|fin|fina|toppen|super|skönt|kul|roligt|trevligt|viktigt|viktig|intressant|spännande|svårt|jobbigt|tråkigt|synd|ledsamt|dumt|konstigt|perfekt|utmärkt|strålande|fantastiskt|härligt|mysigt|tungt|tufft|lätt|enkelt|hemskt|dåligt|sämre|värre|bättre|bäst|smart|klokt|rimligt|möjligt|omöjligt|jättebra|jättefint|jätteroligt|jättetråkigt|jätteviktigt|jättesvårt|kanon|gott|rätt|rättvist|orättvist|glädjande|skrämmande|bra idé|god idé|bra fråga|bra poäng)
    #
    # -- minimal
    sv.minimal.ja	minimal	(ja|jaa|jaha|jaja|jadå|ja då|japp|jepp|jo|joo|jodå|jo då|jovisst|javisst|ja visst|jo men|ja men|ja tack|jaså|jajamän|javars)
    sv.minimal.nej	minimal	(nej|nä|nej då|nejdå|nähä|näe|nej nej|nej tack|nej men|icke|nädå|nä nä)
    sv.minimal.mm	minimal	(mm|mmm|mhm|mmhm|hm|hmm|m|aha|ah|åh|oj|ojdå|oj oj|å|wow|usch|herregud|oj då|jösses)
    sv.minimal.ok	minimal	(ok|okej|okay|okey|bra|fint|visst|just det|just så|precis|exakt|nämligen|korrekt|sant|inte sant|det är sant|det stämmer|stämmer|det är rätt|det är riktigt|riktigt|självklart|absolut|såklart|så klart|givetvis|naturligtvis|klart|klart det|det är klart|säkert|helt säkert|definitivt|för all del|det går bra|det är okej|det är lugnt|lugnt|ingen fara|ingen orsak|inga problem)
    sv.minimal.forstar	minimal	(jag förstår|förstår|jag fattar|fattar|jag vet|det vet jag|jag ser|det ser jag|det förstår jag|håller med|jag håller med|jag håller helt med|det håller jag med om|överens|enig|samma här|jag också|jag med)
    sv.minimal.tack	minimal	(tack|tack så mycket|tusen tack|tack tack|tack ska du ha|tack för det|varsågod|var så god|ursäkta|förlåt|hej|hej hej|hejdå|hej då|välkommen|vi ses|god morgon|ha det bra|ha det)
    sv.minimal.kanske	minimal	(kanske|kanske det|möjligen|troligen|förmodligen|antagligen|gärna|förhoppningsvis|verkligen|inte alls|absolut inte|självklart inte|inte direkt|egentligen inte|inte än|kanske inte|inte jag heller)
    sv.minimal.det-gor-det	minimal	^(ja|jo|nej|) det (är|var|gör|gjorde|har|hade|kan|ska|vill|måste|blir|blev|tror|tycker|vet|hoppas|stämmer) (det|jag|vi|han|hon|du|de|dom|den|ni) (ja|nej|också|inte|nog|faktiskt|absolut|)$
    sv.minimal.jag-tror-det	minimal	^(ja|jo|nej|) (jag|vi) (tror|hoppas|antar|tycker|gissar) (det|inte det|det också|nog det)$
    #
    # -- filler
    sv.filler.eh	filler	(eh|ehm|öh|öhm|äh|ähm|öö|um|uhm|hum|liksom|alltså|asså|typ|ba|men|och|eller|för|så att säga|vad ska jag säga|vad heter det|ska vi se|låt se|jag menar|du vet)
    #
    # -- assessment
    sv.assessment.quality	assessment	(@degree|) @quality
    sv.assessment.frame	assessment	(det är|det var|det blir|det blev|det är ju|det var ju|det låter|låter|det ser|det verkar|det känns|den är|det vore|det måste vara|vad) (@degree|) (@degree|) @quality (ut|det|ju|också|då|att höra|)$
    sv.assessment.shame	assessment	(så synd|vad synd|så tråkigt|vad tråkigt|vad roligt|vad kul|så kul|grattis|lycka till|stackars dig|stackars|vilken tur|vad skönt|så skönt|bra jobbat)
    #
    # -- question
    sv.question.v	question	^(så|då|) (@wh|hur mycket|hur många|hur länge|hur ofta)
    sv.question.preposition	question	^(till|för|i|på|av|från|med|om|hos) (vad|vem|vilken|vilket|vilka)
    sv.question.nar	question	^(så|) när (är|var|har|hade|kan|ska|måste|vill|blir|blev|börjar|slutar|kommer|får|går|bör|ses|träffas|passar)
    sv.question.inversion	question	^@verb @subject
    sv.question.inversion-adverb	question	^@verb (inte|ju|då|egentligen|nu|verkligen|redan|fortfarande|kanske) @subject
    sv.question.tag	question	_ , (eller|eller hur|eller inte|va|väl|inte sant|visst|visst är det så|är det okej|stämmer det)$
    sv.question.indirect-undrar	question	(jag|vi) (undrar|undrade) ... (om|vad|hur|varför|när|vem|var)
    sv.question.indirect-kan-du	question	(kan|skulle|vill) (du|ni) ... (säga|berätta|förklara|beskriva|upprepa|visa)
    sv.question.alone	question	^(vad|vem|var|varför|hur|när|va|vilken|vilka|vad då|vadå|hur då|vad sa du|vad säger du|vad med|hur är det med|fler frågor|några frågor)$
    sv.guard.conditional	notquestion	^@verb @subject ... ... , så
    sv.guard.conditional-plain	notquestion	^(har|är|kan|vill|ska|måste|får|blir|kommer|behöver|går|hade|var|skulle) (du|ni|det|den|vi|jag|man) ... ... så (kan|ska|måste|får|blir|är|vill|bör|går|ring|kunde|skulle)
    sv.guard.vet-inte	notquestion	^(vet|tror|tycker|minns|förstår) (inte|ju|bara|att|det|nog)
    sv.guard.tror-jag	notquestion	^(tror|tycker|vet|hoppas) (jag|vi)
    sv.guard.vad-som-helst	notquestion	^(vad|vem|var|när|vilken|hur) som helst
    sv.guard.vad-roligt	notquestion	^vad @quality	an exclamation
    sv.guard.vad-jag	notquestion	^(vad|var|hur) (jag|vi|du|de|det|han|hon|man|ni) ... (är|var|ska|har|kan)
    sv.guard.var-statement	notquestion	^var (så|snäll|vänlig|beredd|lugn)
    #
    # -- opening
    sv.opening.da	opening	^(ok|okej|bra|ja|så) , (då|så|nu|nästa|men|först) (är|har|ska|kan|måste|tar|går|börjar|startar|tänker|vi)
    sv.opening.da-verb	opening	^(då|nu|så) (börjar|startar|ska vi|tar vi|går vi|kan vi|måste vi|har vi|öppnar|fortsätter|är det|är vi)
    sv.opening.nasta	opening	(nästa|första|andra|tredje|sista) (punkt|punkten|fråga|ärende|tema|sak|grej)
    sv.opening.agenda	opening	(agenda*|dagordning*|möte*|protokoll*|planen|punkten|sammanfatta*|övriga frågor)
    sv.opening.till	opening	(gå vidare|går vidare|över till|tillbaka till|när det gäller|angående|beträffande|börja med|börjar med|vad gäller|det här med|förresten|till sist|slutligen|för det första)
    sv.opening.valkommen	opening	(välkommen|välkomna|god morgon|hej allihopa)
    #
    # -- closing
    sv.closing.vidare	closing	(då går vi vidare|ska vi gå vidare|vi går vidare|låt oss gå vidare|då säger vi det|då säger vi så|då gör vi så|det var det|det var allt|det är allt|inget mer|inte mer|inga fler frågor|är det något mer|är det nåt mer|något mer|nåt mer|har du något mer|vi lämnar det|då är vi klara|då är vi färdiga|då är vi överens|tack för idag|tack för i dag|tack för mötet|avsluta*|vi ses)
    sv.closing.behover-inte	closing	(behöver|måste) (vi|du|ni|man|) inte (säga|prata|diskutera) mer
    #
    # -- deferral
    sv.deferral.senare	deferral	(återkommer till|kommer tillbaka till|återkomma till|tar det senare|tar vi senare|ta det senare|nästa gång|nästa möte|en annan gång|vi får se|får vi se|det får vi se|vänta med det|avvakta*|skjuta upp|skjuter upp|tar det sen|tar vi sen)
    #
    # -- disclaimer
    sv.disclaimer.roll	disclaimer	(utanför|inte|bortom) (min|mitt|mina|vår|vårt) (roll|uppgift|ansvar|bord|jobb|område|sak|beslut)
    sv.disclaimer.vet-inte	disclaimer	(jag vet inte|vet inte|vet jag inte|ingen aning|inte en aning|har inte koll|kan jag inte svara på|jag kan inte svara|kan inte lova|det bestämmer inte jag|inget jag kan)
    sv.disclaimer.du-maste	disclaimer	(du|ni) (måste|får|bör|behöver|kan) (nog|nästan|bara|hellre|) (ringa|kontakta|fråga|prata med|höra med|ta kontakt|ta det med)
    sv.disclaimer.det-ar	disclaimer	det är (läkaren|arbetsgivaren|kommunen|försäkringskassan|chefen|handläggaren|de) som (måste|bör|ska|kan|bestämmer|avgör)
    #
    # -- assent
    sv.assent.ja	assent	(ja|jo|japp|jadå|jodå|javisst|jaha|mm|mhm|ok|okej|bra|fint|precis|exakt|just det|absolut|visst|självklart|stämmer|det stämmer|jag förstår|sant|gärna|håller med|jag håller med|tack)
    #
    # -- words that cannot end a sentence
    sv.dangling.small	dangling	(en|ett|min|mitt|mina|din|ditt|och|men|eller|för|att|om|när|som|än|medan|så|i|på|till|av|från|med|hos|vid|mot|utan|under|före|efter|jag|vi|du|ni|han|hon|de|dom|det|den|man|är|var|har|hade|kan|vill|ska|måste|inte)
    #
    # -- stop words
    sv.stop.pronouns	stop	(jag|mig|mej|min|mitt|mina|du|dig|dej|din|ditt|dina|han|honom|hans|hon|henne|hennes|det|den|dess|vi|oss|vår|vårt|våra|ni|er|ert|era|de|dem|dom|sig|sej|sin|sitt|sina|man|en|ett|detta|denna|dessa|något|någon|några|nån|nåt|ingen|inget|inga|allt|alla|andra|annat|annan|varje|båda|själv|samma|sån|sådan|sånt|saker|grejer|folk|vad|vem|hur|var|varför|vilken|vilket|vilka|när|som)
    sv.stop.verbs	stop	(är|var|vara|varit|har|hade|ha|haft|blir|blev|bli|blivit|kan|kunde|kunnat|vill|ville|ska|skulle|måste|bör|borde|får|fick|få|fått|gör|gjorde|göra|gjort|går|gick|gå|gått|kommer|kom|komma|tar|tog|ta|säger|sa|säga|sagt|ser|såg|se|tror|trodde|tänker|tänkte|tycker|tyckte|menar|vet|visste|står|ligger|finns|behöver|brukar|heter|händer|använder|undrar|låter)
    sv.stop.small	stop	(och|i|på|till|av|från|med|om|för|att|men|eller|fast|medan|sedan|sen|än|under|över|efter|före|mellan|mot|genom|utan|vid|hos|in|ut|upp|ner|bort|hem|här|där|då|nu|nyss|igen|inte|aldrig|alltid|ofta|också|bara|ju|väl|nog|kanske|lite|mycket|mer|mest|mindre|väldigt|ganska|helt|så|alltså|egentligen|faktiskt|liksom|redan|ännu|fortfarande|snart|först|sist|sista|första|nästa|tillsammans|vidare|därför|ändå|annars|hellre|både|varken|bra|ja|nej|jo|okej|två|tre|många|flera|hela|nästan|länge|sätt|gång|gånger|tid|idag|dag)

    """#
}
