/// The grammar of the Samtale TEI profile, made from `Schemas/samtale.rng` by `.ci/embed-schema`.
enum ProfileSchema {
  static let relaxNG = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <!--
      Samtale TEI profile 1.0: transcripts of recorded conversations. A strict subset of TEI P5 (4.9.0):
      every document valid here is valid against tei_all. Lines that begin with ## say what a part is for.
      Rules that a grammar cannot see (pointers that lead nowhere, times out of order ...) are listed by
      `samtale check - -codes`. samtale.rng is made from this file by .ci/embed-schema.
    -->
    <grammar ns="http://www.tei-c.org/ns/1.0" xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0" xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <start>
        <ref name="TEI"/>
      </start>
      <define name="ptr">
        <data type="anyURI">
          <param name="pattern">#\S+</param>
        </data>
      </define>
      <!-- local pointer, always with '#' -->
      <define name="ptrs">
        <list>
          <oneOrMore>
            <ref name="ptr"/>
          </oneOrMore>
        </list>
      </define>
      <define name="word">
        <data type="token">
          <param name="pattern">[^\p{C}\p{Z}]+</param>
        </data>
      </define>
      <define name="versionNo">
        <data type="token">
          <param name="pattern">[\d]+[a-z]*[\d]*(\.[\d]+[a-z]*[\d]*){0,3}</param>
        </data>
      </define>
      <define name="w3cdate">
        <choice>
          <data type="date"/>
          <data type="gYear"/>
          <data type="gYearMonth"/>
          <data type="dateTime"/>
        </choice>
      </define>
      <define name="lang">
        <optional>
          <attribute name="xml:lang">
            <data type="language"/>
          </attribute>
        </optional>
      </define>
      <define name="id">
        <attribute name="xml:id">
          <data type="ID"/>
        </attribute>
      </define>
      <define name="g">
        <optional>
          <ref name="id"/>
        </optional>
        <ref name="lang"/>
        <optional>
          <attribute name="n"/>
        </optional>
        <optional>
          <attribute name="ana">
            <ref name="ptrs"/>
          </attribute>
        </optional>
        <optional>
          <attribute name="resp">
            <ref name="ptrs"/>
          </attribute>
        </optional>
        <optional>
          <attribute name="cert">
            <choice>
              <value>high</value>
              <value>medium</value>
              <value>low</value>
              <value>unknown</value>
            </choice>
          </attribute>
        </optional>
      </define>
      <define name="typed">
        <optional>
          <attribute name="type">
            <ref name="word"/>
          </attribute>
        </optional>
        <optional>
          <attribute name="subtype">
            <ref name="word"/>
          </attribute>
        </optional>
      </define>
      <define name="timed">
        <optional>
          <attribute name="start">
            <ref name="ptr"/>
          </attribute>
        </optional>
        <optional>
          <attribute name="end">
            <ref name="ptr"/>
          </attribute>
        </optional>
        <optional>
          <attribute name="dur">
            <data type="duration"/>
          </attribute>
        </optional>
      </define>
      <define name="TEI">
        <a:documentation>A transcript: header, stand-off annotation, the talk. xml:id names it; n is the number of the meeting within its team.</a:documentation>
        <element name="TEI">
          <ref name="g"/>
          <ref name="teiHeader"/>
          <optional>
            <ref name="standOff"/>
          </optional>
          <ref name="textE"/>
          <empty/>
        </element>
      </define>
      <!-- the order TEI requires: teiHeader, then resources (standOff | text) in any order; the profile fixes standOff before text -->
      <define name="teiHeader">
        <a:documentation>What is known about the recording, the transcription and the people.</a:documentation>
        <element name="teiHeader">
          <ref name="g"/>
          <ref name="fileDesc"/>
          <optional>
            <ref name="encodingDesc"/>
          </optional>
          <ref name="profileDesc"/>
          <optional>
            <ref name="revisionDesc"/>
          </optional>
        </element>
      </define>
      <define name="fileDesc">
        <a:documentation>Title, rights, source.</a:documentation>
        <element name="fileDesc">
          <ref name="g"/>
          <ref name="titleStmt"/>
          <optional>
            <ref name="extent"/>
          </optional>
          <ref name="publicationStmt"/>
          <optional>
            <ref name="notesStmt"/>
          </optional>
          <ref name="sourceDesc"/>
        </element>
      </define>
      <define name="titleStmt">
        <a:documentation>The title, and who did what. Coders, transcribers and translators get an xml:id here, to which resp points; resp/@when says when it was done.</a:documentation>
        <element name="titleStmt">
          <ref name="g"/>
          <oneOrMore>
            <element name="title">
              <ref name="g"/>
              <ref name="typed"/>
              <text/>
            </element>
          </oneOrMore>
          <zeroOrMore>
            <ref name="respStmt"/>
          </zeroOrMore>
        </element>
      </define>
      <define name="respStmt">
        <element name="respStmt">
          <ref name="g"/>
          <element name="resp">
            <ref name="g"/>
            <optional>
              <attribute name="when">
                <ref name="w3cdate"/>
              </attribute>
            </optional>
            <text/>
          </element>
          <oneOrMore>
            <element name="name">
              <ref name="g"/>
              <ref name="typed"/>
              <text/>
            </element>
          </oneOrMore>
        </element>
      </define>
      <define name="extent">
        <element name="extent">
          <ref name="g"/>
          <zeroOrMore>
            <choice>
              <text/>
              <element name="measure">
                <ref name="g"/>
                <optional>
                  <attribute name="unit">
                    <ref name="word"/>
                  </attribute>
                </optional>
                <optional>
                  <attribute name="quantity">
                    <data type="decimal"/>
                  </attribute>
                </optional>
                <text/>
              </element>
            </choice>
          </zeroOrMore>
        </element>
      </define>
      <define name="publicationStmt">
        <a:documentation>Who publishes the file, under which licence.</a:documentation>
        <element name="publicationStmt">
          <ref name="g"/>
          <element name="publisher">
            <ref name="g"/>
            <text/>
          </element>
          <zeroOrMore>
            <choice>
              <element name="idno">
                <ref name="g"/>
                <ref name="typed"/>
                <text/>
              </element>
              <ref name="availability"/>
              <element name="date">
                <ref name="g"/>
                <optional>
                  <attribute name="when">
                    <ref name="w3cdate"/>
                  </attribute>
                </optional>
                <text/>
              </element>
            </choice>
          </zeroOrMore>
        </element>
      </define>
      <define name="availability">
        <element name="availability">
          <ref name="g"/>
          <optional>
            <attribute name="status">
              <choice>
                <value>free</value>
                <value>unknown</value>
                <value>restricted</value>
              </choice>
            </attribute>
          </optional>
          <oneOrMore>
            <choice>
              <element name="licence">
                <ref name="g"/>
                <optional>
                  <attribute name="target">
                    <data type="anyURI"/>
                  </attribute>
                </optional>
                <text/>
              </element>
              <ref name="p"/>
            </choice>
          </oneOrMore>
        </element>
      </define>
      <define name="notesStmt">
        <element name="notesStmt">
          <ref name="g"/>
          <oneOrMore>
            <ref name="note"/>
          </oneOrMore>
        </element>
      </define>
      <define name="p">
        <element name="p">
          <ref name="g"/>
          <text/>
        </element>
      </define>
      <define name="sourceDesc">
        <element name="sourceDesc">
          <ref name="g"/>
          <choice>
            <oneOrMore>
              <ref name="p"/>
            </oneOrMore>
            <ref name="recordingStmt"/>
          </choice>
        </element>
      </define>
      <define name="recordingStmt">
        <a:documentation>The recording. dur is its whole length (PT41M); time stamps must not reach beyond it.</a:documentation>
        <element name="recordingStmt">
          <ref name="g"/>
          <oneOrMore>
            <element name="recording">
              <ref name="g"/>
              <optional>
                <attribute name="type">
                  <choice>
                    <value>audio</value>
                    <value>video</value>
                  </choice>
                </attribute>
              </optional>
              <optional>
                <attribute name="dur">
                  <data type="duration"/>
                </attribute>
              </optional>
              <zeroOrMore>
                <choice>
                  <element name="media">
                    <ref name="g"/>
                    <attribute name="mimeType"/>
                    <attribute name="url">
                      <data type="anyURI"/>
                    </attribute>
                    <empty/>
                  </element>
                  <element name="date">
                    <ref name="g"/>
                    <optional>
                      <attribute name="when">
                        <ref name="w3cdate"/>
                      </attribute>
                    </optional>
                    <text/>
                  </element>
                  <element name="equipment">
                    <ref name="g"/>
                    <oneOrMore>
                      <ref name="p"/>
                    </oneOrMore>
                  </element>
                  <ref name="respStmt"/>
                  <ref name="p"/>
                </choice>
              </zeroOrMore>
            </element>
          </oneOrMore>
        </element>
      </define>
      <define name="encodingDesc">
        <element name="encodingDesc">
          <ref name="g"/>
          <oneOrMore>
            <choice>
              <element name="projectDesc">
                <ref name="g"/>
                <oneOrMore>
                  <ref name="p"/>
                </oneOrMore>
              </element>
              <ref name="appInfo"/>
              <ref name="transcriptionDesc"/>
              <ref name="classDecl"/>
            </choice>
          </oneOrMore>
        </element>
      </define>
      <define name="appInfo">
        <element name="appInfo">
          <ref name="g"/>
          <oneOrMore>
            <element name="application">
              <ref name="g"/>
              <attribute name="ident">
                <data type="Name"/>
              </attribute>
              <attribute name="version">
                <ref name="versionNo"/>
              </attribute>
              <oneOrMore>
                <choice>
                  <element name="label">
                    <ref name="g"/>
                    <text/>
                  </element>
                  <element name="desc">
                    <ref name="g"/>
                    <text/>
                  </element>
                </choice>
              </oneOrMore>
            </element>
          </oneOrMore>
        </element>
      </define>
      <define name="transcriptionDesc">
        <a:documentation>Conventions of the transcription. ident="samtale" asks for strict reading by this profile.</a:documentation>
        <element name="transcriptionDesc">
          <ref name="g"/>
          <attribute name="ident">
            <data type="Name"/>
          </attribute>
          <optional>
            <attribute name="version">
              <ref name="versionNo"/>
            </attribute>
          </optional>
          <zeroOrMore>
            <choice>
              <element name="desc">
                <ref name="g"/>
                <text/>
              </element>
              <ref name="p"/>
            </choice>
          </zeroOrMore>
        </element>
      </define>
      <define name="classDecl">
        <element name="classDecl">
          <ref name="g"/>
          <oneOrMore>
            <ref name="taxonomy"/>
          </oneOrMore>
        </element>
      </define>
      <define name="taxonomy">
        <a:documentation>A classification. The one with xml:id="roles" declares the roles of participants; "codebook" holds codes and themes.</a:documentation>
        <element name="taxonomy">
          <ref name="g"/>
          <optional>
            <element name="desc">
              <ref name="g"/>
              <text/>
            </element>
          </optional>
          <oneOrMore>
            <ref name="category"/>
          </oneOrMore>
        </element>
      </define>
      <define name="category">
        <a:documentation>One role, code, theme ...; xml:id is what others point to, n its level (theme, subtheme, code).</a:documentation>
        <element name="category">
          <ref name="id"/>
          <optional>
            <attribute name="n"/>
          </optional>
          <ref name="lang"/>
          <oneOrMore>
            <element name="catDesc">
              <ref name="g"/>
              <text/>
            </element>
          </oneOrMore>
          <zeroOrMore>
            <ref name="category"/>
          </zeroOrMore>
        </element>
      </define>
      <define name="profileDesc">
        <element name="profileDesc">
          <ref name="g"/>
          <interleave>
            <optional>
              <ref name="langUsage"/>
            </optional>
            <optional>
              <ref name="settingDesc"/>
            </optional>
            <ref name="particDesc"/>
            <optional>
              <ref name="textClass"/>
            </optional>
          </interleave>
        </element>
      </define>
      <define name="langUsage">
        <element name="langUsage">
          <ref name="g"/>
          <oneOrMore>
            <element name="language">
              <ref name="g"/>
              <attribute name="ident">
                <data type="language"/>
              </attribute>
              <optional>
                <attribute name="usage">
                  <data type="nonNegativeInteger"/>
                </attribute>
              </optional>
              <text/>
            </element>
          </oneOrMore>
        </element>
      </define>
      <define name="settingDesc">
        <a:documentation>Where, when and at what occasion. name type="team" says whose meeting it is if that cannot be told from the people.</a:documentation>
        <element name="settingDesc">
          <ref name="g"/>
          <element name="setting">
            <ref name="g"/>
            <zeroOrMore>
              <choice>
                <element name="name">
                  <ref name="g"/>
                  <ref name="typed"/>
                  <text/>
                </element>
                <element name="date">
                  <ref name="g"/>
                  <optional>
                    <attribute name="when">
                      <ref name="w3cdate"/>
                    </attribute>
                  </optional>
                  <text/>
                </element>
                <element name="time">
                  <ref name="g"/>
                  <optional>
                    <attribute name="when">
                      <data type="time"/>
                    </attribute>
                  </optional>
                  <text/>
                </element>
                <element name="locale">
                  <ref name="g"/>
                  <text/>
                </element>
                <element name="activity">
                  <ref name="g"/>
                  <text/>
                </element>
              </choice>
            </zeroOrMore>
          </element>
        </element>
      </define>
      <define name="textClass">
        <element name="textClass">
          <ref name="g"/>
          <zeroOrMore>
            <choice>
              <element name="catRef">
                <ref name="g"/>
                <attribute name="target">
                  <ref name="ptrs"/>
                </attribute>
                <optional>
                  <attribute name="scheme">
                    <data type="anyURI"/>
                  </attribute>
                </optional>
                <empty/>
              </element>
              <element name="keywords">
                <ref name="g"/>
                <oneOrMore>
                  <element name="term">
                    <ref name="g"/>
                    <text/>
                  </element>
                </oneOrMore>
              </element>
            </choice>
          </zeroOrMore>
        </element>
      </define>
      <define name="particDesc">
        <a:documentation>The people who were present, the silent ones too, and their teams.</a:documentation>
        <element name="particDesc">
          <ref name="g"/>
          <ref name="listPerson"/>
          <optional>
            <ref name="listOrg"/>
          </optional>
        </element>
      </define>
      <define name="listPerson">
        <element name="listPerson">
          <ref name="g"/>
          <oneOrMore>
            <choice>
              <ref name="person"/>
              <ref name="personGrp"/>
            </choice>
          </oneOrMore>
        </element>
      </define>
      <define name="person">
        <a:documentation>One human. n is the label printed before her or his turns, role a list of role codes, affiliation membership in a team, with dates if it changed.</a:documentation>
        <element name="person">
          <ref name="id"/>
          <ref name="lang"/>
          <optional>
            <attribute name="n"/>
          </optional>
          <optional>
            <attribute name="ana">
              <ref name="ptrs"/>
            </attribute>
          </optional>
          <optional>
            <attribute name="role">
              <list>
                <oneOrMore>
                  <ref name="word"/>
                </oneOrMore>
              </list>
            </attribute>
          </optional>
          <zeroOrMore>
            <ref name="personPart"/>
          </zeroOrMore>
        </element>
      </define>
      <define name="personGrp">
        <a:documentation>Several people who speak as one. xml:id="unknown" stands for speakers whom the transcriber did not know.</a:documentation>
        <element name="personGrp">
          <ref name="id"/>
          <ref name="lang"/>
          <optional>
            <attribute name="n"/>
          </optional>
          <optional>
            <attribute name="role">
              <ref name="word"/>
            </attribute>
          </optional>
          <optional>
            <attribute name="size">
              <ref name="word"/>
            </attribute>
          </optional>
          <zeroOrMore>
            <ref name="personPart"/>
          </zeroOrMore>
        </element>
      </define>
      <define name="dates">
        <optional>
          <attribute name="from">
            <ref name="w3cdate"/>
          </attribute>
        </optional>
        <optional>
          <attribute name="to">
            <ref name="w3cdate"/>
          </attribute>
        </optional>
        <optional>
          <attribute name="when">
            <ref name="w3cdate"/>
          </attribute>
        </optional>
      </define>
      <define name="personPart">
        <a:documentation>Facts about a person. Use age bands and coarse categories: these are personal data.</a:documentation>
        <choice>
          <element name="persName">
            <ref name="g"/>
            <ref name="typed"/>
            <text/>
          </element>
          <element name="gender">
            <ref name="g"/>
            <attribute name="value">
              <ref name="word"/>
            </attribute>
            <text/>
          </element>
          <element name="sex">
            <ref name="g"/>
            <attribute name="value">
              <ref name="word"/>
            </attribute>
            <text/>
          </element>
          <element name="age">
            <ref name="g"/>
            <optional>
              <attribute name="value">
                <data type="nonNegativeInteger"/>
              </attribute>
            </optional>
            <optional>
              <attribute name="atLeast">
                <data type="decimal"/>
              </attribute>
            </optional>
            <optional>
              <attribute name="atMost">
                <data type="decimal"/>
              </attribute>
            </optional>
            <text/>
          </element>
          <element name="education">
            <ref name="g"/>
            <ref name="dates"/>
            <text/>
          </element>
          <element name="occupation">
            <ref name="g"/>
            <ref name="dates"/>
            <text/>
          </element>
          <element name="nationality">
            <ref name="g"/>
            <text/>
          </element>
          <element name="affiliation">
            <ref name="g"/>
            <ref name="typed"/>
            <ref name="dates"/>
            <attribute name="ref">
              <ref name="ptr"/>
            </attribute>
            <text/>
          </element>
          <element name="state">
            <ref name="g"/>
            <attribute name="type">
              <ref name="word"/>
            </attribute>
            <ref name="dates"/>
            <element name="label">
              <ref name="g"/>
              <text/>
            </element>
          </element>
          <element name="trait">
            <ref name="g"/>
            <attribute name="type">
              <ref name="word"/>
            </attribute>
            <element name="label">
              <ref name="g"/>
              <text/>
            </element>
          </element>
          <ref name="note"/>
        </choice>
      </define>
      <define name="listOrg">
        <a:documentation>The teams.</a:documentation>
        <element name="listOrg">
          <ref name="g"/>
          <oneOrMore>
            <element name="org">
              <ref name="id"/>
              <optional>
                <attribute name="n"/>
              </optional>
              <attribute name="type">
                <value>team</value>
              </attribute>
              <oneOrMore>
                <element name="orgName">
                  <ref name="g"/>
                  <text/>
                </element>
              </oneOrMore>
            </element>
          </oneOrMore>
        </element>
      </define>
      <define name="revisionDesc">
        <a:documentation>What was done with the file, when and by whom; status may name a phase of the analysis.</a:documentation>
        <element name="revisionDesc">
          <ref name="g"/>
          <oneOrMore>
            <element name="change">
              <ref name="g"/>
              <optional>
                <attribute name="when">
                  <ref name="w3cdate"/>
                </attribute>
              </optional>
              <optional>
                <attribute name="who">
                  <ref name="ptrs"/>
                </attribute>
              </optional>
              <optional>
                <attribute name="status">
                  <ref name="word"/>
                </attribute>
              </optional>
              <text/>
            </element>
          </oneOrMore>
        </element>
      </define>
      <define name="standOff">
        <a:documentation>Annotation beside the talk, which may overlap and be revised.</a:documentation>
        <element name="standOff">
          <ref name="g"/>
          <oneOrMore>
            <choice>
              <ref name="spanGrp"/>
              <ref name="listAnnotation"/>
              <ref name="note"/>
            </choice>
          </oneOrMore>
        </element>
      </define>
      <define name="spanGrp">
        <a:documentation>A layer of spans. type="topics" marks topics: label as text, ana the person who opened it; type="translation" holds what the utterances say in another language (xml:lang), resp the translator, subtype the status (draft, checked, back-translated); others: closures, uptake, phases.</a:documentation>
        <element name="spanGrp">
          <ref name="g"/>
          <attribute name="type">
            <choice>
              <value>topics</value>
              <value>closures</value>
              <value>uptake</value>
              <value>phases</value>
              <value>translation</value>
              <ref name="word"/>
            </choice>
          </attribute>
          <optional>
            <attribute name="subtype">
              <ref name="word"/>
            </attribute>
          </optional>
          <zeroOrMore>
            <ref name="span"/>
          </zeroOrMore>
        </element>
      </define>
      <define name="span">
        <a:documentation>One span (subtype and xml:lang of a translation go before those of its layer): from an utterance to another (both included), or a list of targets: #u5 for a whole utterance, #string-range(u5,0,15) for offset and length in Unicode scalars of its text; points of the timeline behind an utterance (#u5 #T3 #T4) say when it begins and ends where that is not when the utterance does.</a:documentation>
        <element name="span">
          <ref name="g"/>
          <ref name="typed"/>
          <choice>
            <group>
              <attribute name="from">
                <ref name="ptr"/>
              </attribute>
              <optional>
                <attribute name="to">
                  <ref name="ptr"/>
                </attribute>
              </optional>
            </group>
            <attribute name="target">
              <ref name="ptrs"/>
            </attribute>
          </choice>
          <text/>
        </element>
      </define>
      <define name="listAnnotation">
        <a:documentation>Codings: a code (ana) given to a target by a coder (resp).</a:documentation>
        <element name="listAnnotation">
          <ref name="g"/>
          <ref name="typed"/>
          <oneOrMore>
            <ref name="annotation"/>
          </oneOrMore>
        </element>
      </define>
      <define name="annotation">
        <element name="annotation">
          <ref name="id"/>
          <optional>
            <attribute name="motivation">
              <list>
                <oneOrMore>
                  <choice>
                    <value>classifying</value>
                    <value>commenting</value>
                    <value>describing</value>
                    <value>highlighting</value>
                    <value>identifying</value>
                    <value>linking</value>
                    <value>questioning</value>
                    <value>replying</value>
                    <value>tagging</value>
                    <value>assessing</value>
                    <value>bookmarking</value>
                    <value>editing</value>
                    <value>moderating</value>
                  </choice>
                </oneOrMore>
              </list>
            </attribute>
          </optional>
          <attribute name="target">
            <ref name="ptrs"/>
          </attribute>
          <optional>
            <attribute name="ana">
              <ref name="ptrs"/>
            </attribute>
          </optional>
          <optional>
            <attribute name="resp">
              <ref name="ptrs"/>
            </attribute>
          </optional>
          <optional>
            <attribute name="cert">
              <choice>
                <value>high</value>
                <value>medium</value>
                <value>low</value>
                <value>unknown</value>
              </choice>
            </attribute>
          </optional>
          <zeroOrMore>
            <ref name="note"/>
          </zeroOrMore>
        </element>
      </define>
      <define name="note">
        <a:documentation>A memo or remark. type="memo" with target when it stands beside the talk.</a:documentation>
        <element name="note">
          <ref name="g"/>
          <ref name="typed"/>
          <optional>
            <attribute name="target">
              <ref name="ptrs"/>
            </attribute>
          </optional>
          <text/>
        </element>
      </define>
      <define name="textE">
        <element name="text">
          <ref name="g"/>
          <optional>
            <ref name="timeline"/>
          </optional>
          <element name="body">
            <ref name="g"/>
            <ref name="divContent"/>
          </element>
        </element>
      </define>
      <define name="timeline">
        <a:documentation>Points in time. interval counts in unit since another point; a point may have no time. They stand in temporal order.</a:documentation>
        <element name="timeline">
          <ref name="g"/>
          <attribute name="unit">
            <choice>
              <value>s</value>
              <value>ms</value>
            </choice>
          </attribute>
          <attribute name="origin">
            <ref name="ptr"/>
          </attribute>
          <oneOrMore>
            <element name="when">
              <ref name="id"/>
              <optional>
                <attribute name="interval">
                  <data type="decimal"/>
                </attribute>
                <attribute name="since">
                  <ref name="ptr"/>
                </attribute>
              </optional>
              <optional>
                <attribute name="absolute">
                  <choice>
                    <data type="dateTime"/>
                    <data type="time"/>
                    <data type="date"/>
                  </choice>
                </attribute>
              </optional>
              <empty/>
            </element>
          </oneOrMore>
        </element>
      </define>
      <define name="divContent">
        <choice>
          <oneOrMore>
            <ref name="div_"/>
          </oneOrMore>
          <ref name="speechBlocks"/>
        </choice>
      </define>
      <define name="speechBlocks">
        <zeroOrMore>
          <choice>
            <ref name="between"/>
            <ref name="note"/>
          </choice>
        </zeroOrMore>
        <ref name="u"/>
        <zeroOrMore>
          <ref name="block"/>
        </zeroOrMore>
      </define>
      <define name="div_">
        <a:documentation>A part of the meeting: type="agendaItem" with n as its code. A div holds either divs or utterances.</a:documentation>
        <element name="div">
          <ref name="g"/>
          <attribute name="type">
            <ref name="word"/>
          </attribute>
          <zeroOrMore>
            <element name="head">
              <ref name="g"/>
              <text/>
            </element>
          </zeroOrMore>
          <zeroOrMore>
            <choice>
              <ref name="between"/>
              <ref name="note"/>
            </choice>
          </zeroOrMore>
          <optional>
            <choice>
              <oneOrMore>
                <ref name="div_"/>
              </oneOrMore>
              <group>
                <ref name="u"/>
                <zeroOrMore>
                  <ref name="block"/>
                </zeroOrMore>
              </group>
            </choice>
          </optional>
        </element>
      </define>
      <define name="block">
        <choice>
          <ref name="u"/>
          <ref name="between"/>
          <ref name="note"/>
        </choice>
      </define>
      <define name="u">
        <a:documentation>An utterance. who: its speaker or speakers; toWhom: who is addressed, where that is clear; start and end: points of the timeline; trans: how it follows the one before (overlap, latching, pause), which must agree with the times.</a:documentation>
        <element name="u">
          <ref name="id"/>
          <ref name="lang"/>
          <optional>
            <attribute name="n"/>
          </optional>
          <optional>
            <attribute name="ana">
              <ref name="ptrs"/>
            </attribute>
          </optional>
          <attribute name="who">
            <ref name="ptrs"/>
          </attribute>
          <optional>
            <attribute name="toWhom">
              <ref name="ptrs"/>
            </attribute>
          </optional>
          <ref name="timed"/>
          <optional>
            <attribute name="trans">
              <choice>
                <value>smooth</value>
                <value>latching</value>
                <value>overlap</value>
                <value>pause</value>
              </choice>
            </attribute>
          </optional>
          <optional>
            <attribute name="prev">
              <ref name="ptr"/>
            </attribute>
          </optional>
          <optional>
            <attribute name="next">
              <ref name="ptr"/>
            </attribute>
          </optional>
          <ref name="speech"/>
        </element>
      </define>
      <define name="speech">
        <a:documentation>What is said, with marks among the words. Words of del, unclear and seg belong to the text; desc, note and gap do not.</a:documentation>
        <mixed>
          <zeroOrMore>
            <choice>
              <ref name="seg"/>
              <ref name="del"/>
              <ref name="unclear"/>
              <ref name="gap"/>
              <ref name="shift"/>
              <ref name="anchor"/>
              <ref name="pause"/>
              <ref name="vocal"/>
              <ref name="kinesic"/>
              <ref name="incident"/>
              <ref name="note"/>
            </choice>
          </zeroOrMore>
        </mixed>
      </define>
      <define name="seg">
        <a:documentation>A special stretch, such as type="anon" for a place or name that was replaced.</a:documentation>
        <element name="seg">
          <ref name="g"/>
          <ref name="typed"/>
          <ref name="speech"/>
        </element>
      </define>
      <define name="del">
        <a:documentation>Withdrawn or broken-off words; not counted unless asked for.</a:documentation>
        <element name="del">
          <ref name="g"/>
          <ref name="typed"/>
          <ref name="speech"/>
        </element>
      </define>
      <define name="unclear">
        <a:documentation>Words hard to hear.</a:documentation>
        <element name="unclear">
          <ref name="g"/>
          <optional>
            <attribute name="reason">
              <ref name="word"/>
            </attribute>
          </optional>
          <ref name="speech"/>
        </element>
      </define>
      <define name="gap">
        <a:documentation>Something not heard (reason="inaudible") or left out (sampling, editorial). Between utterances it cuts the sequence: nothing is measured across it, unless it is inaudible.</a:documentation>
        <element name="gap">
          <ref name="g"/>
          <optional>
            <attribute name="reason">
              <list>
                <oneOrMore>
                  <ref name="word"/>
                </oneOrMore>
              </list>
            </attribute>
          </optional>
          <ref name="timed"/>
          <zeroOrMore>
            <element name="desc">
              <ref name="g"/>
              <text/>
            </element>
          </zeroOrMore>
        </element>
      </define>
      <define name="shift">
        <a:documentation>A change of voice from here on.</a:documentation>
        <element name="shift">
          <ref name="g"/>
          <optional>
            <attribute name="who">
              <ref name="ptrs"/>
            </attribute>
          </optional>
          <attribute name="feature">
            <choice>
              <value>tempo</value>
              <value>loud</value>
              <value>pitch</value>
              <value>tension</value>
              <value>rhythm</value>
              <value>voice</value>
            </choice>
          </attribute>
          <attribute name="new">
            <ref name="word"/>
          </attribute>
          <empty/>
        </element>
      </define>
      <define name="anchor">
        <a:documentation>A point of the timeline inside an utterance, where an overlap begins, say.</a:documentation>
        <element name="anchor">
          <optional>
            <ref name="id"/>
          </optional>
          <ref name="typed"/>
          <optional>
            <attribute name="synch">
              <ref name="ptrs"/>
            </attribute>
          </optional>
          <empty/>
        </element>
      </define>
      <define name="ev">
        <ref name="g"/>
        <ref name="typed"/>
        <optional>
          <attribute name="who">
            <ref name="ptrs"/>
          </attribute>
        </optional>
        <ref name="timed"/>
        <zeroOrMore>
          <element name="desc">
            <ref name="g"/>
            <text/>
          </element>
        </zeroOrMore>
      </define>
      <define name="pause">
        <a:documentation>Silence: of the speaker inside an utterance, of all between utterances.</a:documentation>
        <element name="pause">
          <ref name="g"/>
          <ref name="typed"/>
          <optional>
            <attribute name="who">
              <ref name="ptrs"/>
            </attribute>
          </optional>
          <ref name="timed"/>
          <empty/>
        </element>
      </define>
      <define name="vocal">
        <a:documentation>A sound that is not speech: laughs, sighs. type="contribution" with who: words of another inside a speaker's turn.</a:documentation>
        <element name="vocal">
          <ref name="ev"/>
        </element>
      </define>
      <define name="kinesic">
        <a:documentation>A movement: nods.</a:documentation>
        <element name="kinesic">
          <ref name="ev"/>
        </element>
      </define>
      <define name="incident">
        <a:documentation>Something that happens: phone rings.</a:documentation>
        <element name="incident">
          <ref name="ev"/>
        </element>
      </define>
      <define name="between">
        <choice>
          <ref name="pause"/>
          <ref name="vocal"/>
          <ref name="kinesic"/>
          <ref name="incident"/>
          <ref name="gap"/>
        </choice>
      </define>
    </grammar>
    """#
}
