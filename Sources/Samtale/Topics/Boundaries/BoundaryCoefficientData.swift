/// The fitted coefficients, made from `coefficients.tsv` by `.ci/embed-coefficients`.
enum BoundaryCoefficientData {
  static let tsv = #"""
    # Fitted by Tests/BoundaryFit on 95 meetings.
    # AMI Meeting Corpus, manual annotations, AMI Consortium, CC BY 4.0.
    set	name	mean	deviation	weight
    all	change120	-0.015091	1.000922	0.132338
    all	change40	-0.012365	1.002804	0.140038
    all	change300	-0.015561	0.996729	-0.039636
    all	depth120	-0.013340	0.967425	-0.016890
    all	depth40	-0.010986	0.976631	0.004341
    all	bayes60	-0.016892	0.999493	0.198237
    all	bayes120	-0.014646	0.997364	0.152765
    all	bayes300	-0.002141	0.992724	0.021971
    all	novelty	-0.017393	0.995140	0.039630
    all	abandonment	-0.012815	0.996869	0.009298
    all	firstUse	-0.016423	0.988482	0.006677
    all	votesBayes	-0.021924	0.978689	0.065377
    all	votesU00	-0.019399	0.981867	0.114601
    all	votesSpeakers	-0.020615	0.972720	0.243473
    all	shares20	-0.022559	0.975613	0.156098
    all	shares60	-0.022455	0.976826	0.125959
    all	openingRun	-0.002734	0.992445	0.071767
    all	unitLength	0.004152	0.999225	0.091334
    all	lengthBefore	-0.010808	0.994339	-0.148134
    all	shortBefore	-0.002946	0.996231	0.013340
    all	shortAfter	-0.006147	0.993206	-0.140919
    all	speakerChange	0.785884	0.410208	0.089263
    all	rise	0.001444	0.988291	0.398725
    all	absence	1.032983	0.768626	-0.020519
    all	leader	0.310906	0.462864	0.094993
    all	leaderBefore	0.308332	0.461805	0.085031
    all	leaderRun	0.782150	1.366380	0.061050
    all	leaderRise	0.023352	0.176873	-0.179850
    all	soundBefore	0.488645	0.499871	0.089340
    all	nearStart	0.028788	0.122261	-0.039533
    all	nearEnd	0.043989	0.151587	0.085624
    all	size	6.193752	0.445284	-0.266454
    all	monologue	-0.013925	0.988296	-0.021571
    all	leaderAfter	-0.015675	0.991510	0.169535
    all	pause	-0.009823	0.990284	0.160631
    all	pauseAfter	-0.020903	0.978122	0.110409
    all	leaderPause	0.124976	0.362680	0.075747
    all	overlap	0.002650	0.998767	-0.176016
    all	pauseNear	-0.022241	0.989284	0.128205
    all	silence	-0.020001	0.992518	-0.072265
    all	overlapNear	0.012445	1.000529	0.037365
    all	marker	0.206521	0.404809	0.205768
    all	doubleMarker	0.031106	0.173603	0.088281
    all	markerAfter	0.049694	0.217312	-0.039640
    all	agenda	0.094255	0.267511	0.253500
    all	agendaBefore	0.236458	0.440483	0.174157
    all	closing	0.055690	0.229322	0.176537
    all	question	0.102711	0.303581	0.060401
    all	questionBefore	0.101761	0.302334	-0.025906
    all	acknowledged	0.291035	0.272755	0.131517
    all	leaderMarker	0.080525	0.272104	0.031761
    all	leaderAgenda	0.050216	0.214425	0.045520
    all	endWords	0.174104	0.356199	0.086257
    all	address	0.194841	0.408144	0.182211
    all	hesitation	0.119700	0.324611	0.074996
    all	agendaNear	0.403448	0.725017	0.134889
    all	leaderAddress	0.079907	0.286008	-0.015545
    all	closingNear	0.126671	0.332604	-0.022663
    all	leading	0.078403	0.237693	-0.011683
    all	(intercept)			-5.583599
    all	(offset)			0.000000
    all	(trust)			1.000000
    all	(cohesion)			0.020000
    all	(length)			0.500000
    all	(mean)			-2.756866
    all	(deviation)			1.269660
    all	(window)			0.063673
    all	(caution)			0.150000
    untimed	change120	-0.015091	1.000922	0.115575
    untimed	change40	-0.012365	1.002804	0.154617
    untimed	change300	-0.015561	0.996729	-0.039141
    untimed	depth120	-0.013340	0.967425	-0.018961
    untimed	depth40	-0.010986	0.976631	0.015190
    untimed	bayes60	-0.016892	0.999493	0.205672
    untimed	bayes120	-0.014646	0.997364	0.163191
    untimed	bayes300	-0.002141	0.992724	0.027348
    untimed	novelty	-0.017393	0.995140	0.057764
    untimed	abandonment	-0.012815	0.996869	0.016891
    untimed	firstUse	-0.016423	0.988482	0.019044
    untimed	votesBayes	-0.021924	0.978689	0.068209
    untimed	votesU00	-0.019399	0.981867	0.113576
    untimed	votesSpeakers	-0.020615	0.972720	0.244278
    untimed	shares20	-0.022559	0.975613	0.179239
    untimed	shares60	-0.022455	0.976826	0.128945
    untimed	openingRun	-0.002734	0.992445	0.116690
    untimed	unitLength	0.004152	0.999225	0.052607
    untimed	lengthBefore	-0.010808	0.994339	-0.208422
    untimed	shortBefore	-0.002946	0.996231	-0.067456
    untimed	shortAfter	-0.006147	0.993206	-0.106089
    untimed	speakerChange	0.785884	0.410208	0.021355
    untimed	rise	0.001444	0.988291	0.400193
    untimed	absence	1.032983	0.768626	-0.038236
    untimed	leader	0.310906	0.462864	0.159965
    untimed	leaderBefore	0.308332	0.461805	0.106246
    untimed	leaderRun	0.782150	1.366380	0.090616
    untimed	leaderRise	0.023352	0.176873	-0.213315
    untimed	soundBefore	0.488645	0.499871	0.082851
    untimed	nearStart	0.028788	0.122261	-0.041699
    untimed	nearEnd	0.043989	0.151587	0.096952
    untimed	size	6.193752	0.445284	-0.261140
    untimed	monologue	-0.013925	0.988296	-0.004336
    untimed	leaderAfter	-0.015675	0.991510	0.179750
    untimed	marker	0.206521	0.404809	0.238565
    untimed	doubleMarker	0.031106	0.173603	0.086897
    untimed	markerAfter	0.049694	0.217312	-0.026295
    untimed	agenda	0.094255	0.267511	0.271881
    untimed	agendaBefore	0.236458	0.440483	0.185573
    untimed	closing	0.055690	0.229322	0.187026
    untimed	question	0.102711	0.303581	0.070363
    untimed	questionBefore	0.101761	0.302334	-0.024058
    untimed	acknowledged	0.291035	0.272755	0.115439
    untimed	leaderMarker	0.080525	0.272104	0.025898
    untimed	leaderAgenda	0.050216	0.214425	0.037688
    untimed	endWords	0.174104	0.356199	0.078301
    untimed	address	0.194841	0.408144	0.191046
    untimed	hesitation	0.119700	0.324611	0.085353
    untimed	agendaNear	0.403448	0.725017	0.121212
    untimed	leaderAddress	0.079907	0.286008	-0.021444
    untimed	closingNear	0.126671	0.332604	-0.013963
    untimed	leading	0.078403	0.237693	-0.011716
    untimed	(intercept)			-5.510214
    untimed	(offset)			0.200000
    untimed	(trust)			1.000000
    untimed	(cohesion)			0.020000
    untimed	(length)			0.500000
    untimed	(mean)			-2.756866
    untimed	(deviation)			1.269660
    untimed	(window)			0.063673
    untimed	(caution)			0.150000
    withoutWordLists	change120	-0.017185	0.999038	-0.025345
    withoutWordLists	change40	-0.012380	1.002600	0.237188
    withoutWordLists	change300	-0.020403	0.993740	0.190469
    withoutWordLists	depth120	-0.010186	0.982896	-0.025820
    withoutWordLists	depth40	-0.006802	0.988536	0.012151
    withoutWordLists	bayes60	-0.015988	0.998233	0.193600
    withoutWordLists	bayes120	-0.017800	0.997763	0.262203
    withoutWordLists	bayes300	-0.011233	0.993997	0.097307
    withoutWordLists	novelty	-0.016612	0.993751	0.004357
    withoutWordLists	abandonment	-0.011148	0.995674	0.051667
    withoutWordLists	firstUse	-0.015665	0.986104	0.027324
    withoutWordLists	votesBayes	-0.022425	0.977683	0.098873
    withoutWordLists	votesU00	-0.018521	0.981703	0.030297
    withoutWordLists	votesSpeakers	-0.020615	0.972720	0.220533
    withoutWordLists	shares20	-0.022559	0.975613	0.180922
    withoutWordLists	shares60	-0.022455	0.976826	0.162491
    withoutWordLists	openingRun	-0.002734	0.992445	0.154327
    withoutWordLists	unitLength	0.004152	0.999225	0.352981
    withoutWordLists	lengthBefore	-0.010808	0.994339	-0.205341
    withoutWordLists	shortBefore	-0.002946	0.996231	-0.022359
    withoutWordLists	shortAfter	-0.006147	0.993206	0.012529
    withoutWordLists	speakerChange	0.785884	0.410208	-0.049021
    withoutWordLists	rise	0.001444	0.988291	0.420001
    withoutWordLists	absence	1.032983	0.768626	-0.024795
    withoutWordLists	leader	0.305959	0.460812	0.155402
    withoutWordLists	leaderBefore	0.303360	0.459710	0.074614
    withoutWordLists	leaderRun	0.787634	1.388635	0.287670
    withoutWordLists	leaderRise	0.025390	0.177432	-0.292640
    withoutWordLists	soundBefore	0.488645	0.499871	0.114240
    withoutWordLists	nearStart	0.028788	0.122261	0.074839
    withoutWordLists	nearEnd	0.043989	0.151587	0.142300
    withoutWordLists	size	6.193752	0.445284	-0.336732
    withoutWordLists	monologue	-0.013925	0.988296	0.068231
    withoutWordLists	leaderAfter	-0.012918	0.992788	0.181504
    withoutWordLists	(intercept)			-5.285334
    withoutWordLists	(offset)			0.200000
    withoutWordLists	(trust)			1.000000
    withoutWordLists	(cohesion)			0.020000
    withoutWordLists	(length)			0.500000
    withoutWordLists	(mean)			-2.756866
    withoutWordLists	(deviation)			1.269660
    withoutWordLists	(window)			0.063673
    withoutWordLists	(caution)			0.150000
    """#
}
