/* csax [--load] FILE...: utterances and words per speaker of TEI files, as a table on stdout.
 *
 * The yardstick for Samtale's reader: plain C on libxml2's SAX2 callbacks, no tree, no copies.
 * README.md says what counts as speech and as a word. With --load the text and the columns that
 * a transcript needs are kept too; their size goes to stderr. Exit 2 if a file cannot be read.
 */
#include <fcntl.h>
#include <libxml/parser.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { U, SEG, S, W, PC, DEL, TRUNC, NOTE, DESC, GAP, SPANGRP, LINKGRP, WHO, JOIN, TYPE, START,
  END, NAMES };
static const char *const spelling[NAMES] = {"u", "seg", "s", "w", "pc", "del", "trunc", "note",
  "desc", "gap", "spanGrp", "linkGrp", "who", "join", "type", "start", "end"};
static const xmlChar *name[NAMES]; /* interned in the parser's dictionary: compared by pointer */

typedef struct { char *who; size_t length; long utterances, words; } Speaker;
static Speaker *speakers;
static uint32_t *slots, slotMask, speakerCount; /* hash table of speakers: 0 or index + 1 */

typedef struct { uint64_t textEnd, start, end; uint32_t speaker, line; } Utterance;
static Utterance current, *utterances;
static size_t utteranceCount, utteranceRoom, textCount, textRoom;
static char *text;

static xmlParserCtxtPtr parser;
static int loading, depth, skipped, deleted; /* open `u`; inside what is no speech; open `del` */
static int inWord, joined, afterToken;
static long words;

static void *grown(void *block, size_t *room, size_t least, size_t size) {
  if (*room >= least) return block;
  while (*room < least) *room = *room ? 2 * *room : 4096;
  if (!(block = realloc(block, *room * size))) abort();
  return block;
}

static uint64_t hash(const xmlChar *bytes, size_t length) {
  uint64_t h = 0xcbf29ce484222325;
  while (length--) h = (h ^ *bytes++) * 0x100000001b3;
  return h;
}

static uint32_t *slotOf(const xmlChar *who, size_t length) {
  for (uint32_t i = hash(who, length) & slotMask;; i = (i + 1) & slotMask) {
    Speaker *s = speakers + slots[i] - 1;
    if (!slots[i] || (s->length == length && !memcmp(s->who, who, length))) return &slots[i];
  }
}

static uint32_t speakerIndex(const xmlChar *who, size_t length) {
  if (2 * speakerCount >= slotMask) { /* double the table and enter all again */
    slotMask = slotMask ? 2 * slotMask + 1 : 255;
    slots = realloc(slots, (slotMask + 1) * sizeof *slots);
    speakers = realloc(speakers, (slotMask + 1) * sizeof *speakers);
    if (!slots || !speakers) abort();
    memset(slots, 0, (slotMask + 1) * sizeof *slots);
    for (uint32_t i = 0; i < speakerCount; i++)
      *slotOf((xmlChar *)speakers[i].who, speakers[i].length) = i + 1;
  }
  uint32_t *slot = slotOf(who, length);
  if (*slot) return *slot - 1;
  speakers[speakerCount] = (Speaker){strndup((const char *)who, length), length, 0, 0};
  return (*slot = ++speakerCount) - 1;
}

enum { OTHER, LETTER, CONNECTOR };
static uint8_t asciiKinds[128];

static int kindOf(uint32_t c) {
  if (c < 0xC0)
    return c == 0xAA || c == 0xB2 || c == 0xB3 || c == 0xB5 || c == 0xB9 || c == 0xBA
      || (c >= 0xBC && c <= 0xBE);
  if (c < 0x2000) return c != 0xD7 && c != 0xF7;
  if (c < 0x2070) return c == 0x2019 ? CONNECTOR : OTHER;
  if (c >= 0x20A0 && c < 0x20D0) return OTHER; /* currencies */
  if (c >= 0x2190 && c < 0x2C00) return OTHER; /* signs */
  if (c >= 0x3000 && c < 0x3004) return OTHER;
  return c < 0x1F000 || c >= 0x1FB00;          /* pictures */
}

static void countWords(const xmlChar *p, const xmlChar *end) {
  while (p < end) {
    int kind;
    if (*p < 0x80) {
      kind = asciiKinds[*p++];
    } else {
      int length = *p >= 0xF0 ? 4 : *p >= 0xE0 ? 3 : 2;
      uint32_t c = *p++ & (0x7F >> length);
      while (--length && p < end) c = c << 6 | (*p++ & 0x3F);
      kind = kindOf(c);
    }
    if (kind == LETTER) words += !inWord, inWord = 1;
    else if (kind == OTHER) inWord = 0;
  }
}

static void keep(const void *bytes, size_t length) {
  text = grown(text, &textRoom, textCount + length, 1);
  memcpy(text + textCount, bytes, length);
  textCount += length;
}

static void separate(void) {
  inWord = 0;
  if (loading) keep(" ", 1);
}

static void openUtterance(int count, const xmlChar **a) {
  const xmlChar *who = (const xmlChar *)"unknown";
  size_t length = 7;
  current.start = current.end = 0;
  for (; count--; a += 5) {
    size_t size = a[4] - a[3];
    if (a[0] == name[WHO]) who = a[3], length = size;
    else if (loading && a[0] == name[START]) current.start = hash(a[3], size);
    else if (loading && a[0] == name[END]) current.end = hash(a[3], size);
  }
  words = inWord = joined = afterToken = 0;
  current.speaker = speakerIndex(who, length);
  current.line = parser->input->line;
}

static void closeUtterance(void) {
  speakers[current.speaker].utterances += words > 0;
  speakers[current.speaker].words += words;
  if (!loading) return;
  utterances = grown(utterances, &utteranceRoom, utteranceCount + 1, sizeof *utterances);
  current.textEnd = textCount;
  utterances[utteranceCount++] = current;
}

static void openToken(int count, const xmlChar **a) {
  int left = 0, right = 0; /* `both` is both */
  for (; count--; a += 5) {
    if (a[0] != name[JOIN]) continue;
    left = *a[3] == 'l' || *a[3] == 'b';
    right = *a[3] == 'r' || *a[3] == 'b';
  }
  if (!joined && !left) separate();
  joined = right;
  afterToken = 0;
}

static int isTyped(int count, const xmlChar **a) {
  for (; count--; a += 5)
    if (a[0] == name[TYPE]) return 1;
  return 0;
}

static void startElement(void *ctx, const xmlChar *n, const xmlChar *prefix, const xmlChar *uri,
                         int nsCount, const xmlChar **ns, int count, int defaulted,
                         const xmlChar **a) {
  if (skipped) skipped++;
  else if (n == name[U]) { if (!depth++) openUtterance(count, a); }
  else if (!depth) return;
  else if (n == name[W] || n == name[PC]) openToken(count, a);
  else if (n == name[S] || (n == name[SEG] && !isTyped(count, a)))
    separate(), joined = afterToken = 0;
  else if (n == name[DEL] || n == name[TRUNC]) deleted++;
  else if (n == name[NOTE] || n == name[DESC] || n == name[GAP] || n == name[SPANGRP]
           || n == name[LINKGRP]) skipped = 1;
}

static void endElement(void *ctx, const xmlChar *n, const xmlChar *prefix, const xmlChar *uri) {
  if (skipped) skipped--;
  else if (!depth) return;
  else if (n == name[W] || n == name[PC]) afterToken = 1;
  else if (n == name[DEL] || n == name[TRUNC]) deleted--;
  else if (n == name[U] && !--depth) closeUtterance();
}

static void characters(void *ctx, const xmlChar *bytes, int count) {
  const xmlChar *end = bytes + count;
  if (!depth || skipped) return;
  if (afterToken) { /* layout between tokens is not text */
    while (bytes < end && *bytes <= ' ') bytes++;
    if (bytes == end) return;
    if (!joined) separate();
    afterToken = 0;
  }
  if (loading) keep(bytes, end - bytes);
  if (!deleted) countWords(bytes, end);
}

static void prepare(void) {
  for (int c = 0; c < 128; c++) {
    int letter = (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
    asciiKinds[c] = letter ? LETTER : c == '\'' || c == '-' || c == '_' ? CONNECTOR : OTHER;
  }
  if (!(parser = xmlNewParserCtxt())) abort();
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->startElementNs = startElement;
  parser->sax->endElementNs = endElement;
  parser->sax->characters = parser->sax->ignorableWhitespace = characters;
  parser->sax->cdataBlock = characters;
  for (int i = 0; i < NAMES; i++)
    name[i] = xmlDictLookup(parser->dict, (const xmlChar *)spelling[i], -1);
}

static int readFile(const char *path) {
  int file = open(path, O_RDONLY);
  if (file < 0) return perror(path), 2;
  depth = skipped = deleted = 0;
  xmlCtxtReadFd(parser, file, path, NULL, XML_PARSE_NONET);
  close(file);
  if (parser->wellFormed) return 0;
  const xmlError *error = xmlCtxtGetLastError(parser);
  fprintf(stderr, "%s:%d: %s", path, error ? error->line : 0, error ? error->message : "?\n");
  return 2;
}

int main(int argc, char **argv) {
  int first = 1, status = 0;
  if (argc > 1 && !strcmp(argv[1], "--load")) loading = first++;
  prepare();
  for (int i = first; i < argc && !status; i++) status = readFile(argv[i]);
  puts("speaker\tutterances\twords");
  for (uint32_t i = 0; i < speakerCount; i++)
    printf("%s\t%ld\t%ld\n", speakers[i].who, speakers[i].utterances, speakers[i].words);
  if (loading) fprintf(stderr, "text %zu utterances %zu\n", textCount, utteranceCount);
  return status;
}
