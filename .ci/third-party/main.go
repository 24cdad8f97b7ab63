// Checks a journal with code that the writers of the journal did not write: golang.org/x/mod/sumdb/note and sumdb/tlog, as Debian
// packages them (golang-golang-x-mod-dev), and the Ed25519 of Go. It reads the formats of docs/journal-format.md and knows
// nothing else of the product.
//
//	third-party JOURNAL POLICY PROOF ENTRY FOLDER
//
// JOURNAL is the folder of the journal, POLICY a C2SP tlog-policy with its logs and witnesses, PROOF and ENTRY one entry with its
// .tlog-proof. The signed bytes, the signature and the public key (DER) of each approval go to FOLDER, for openssl to check.
// Prints a line for each check that holds; exits 1 at the first that does not.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileWidth = 256

func main() {
	if len(os.Args) != 6 {
		fail("usage: third-party JOURNAL POLICY PROOF ENTRY FOLDER")
	}
	journal, folder := os.Args[1], os.Args[5]
	logs, witnesses := policy(read(os.Args[2]))

	text := open(read(filepath.Join(journal, "checkpoint")), logs, nil, "checkpoint")
	size, root := checkpoint(text)
	fmt.Println("holds: the signature on the checkpoint over", size, "entries")

	anchor := filepath.Join(journal, "anchors", fmt.Sprintf("%016d", size))
	if open(read(filepath.Join(anchor, "witnessed")), logs, witnesses, "witnessed") != text {
		fail("the witnessed note is not over the checkpoint")
	}
	fmt.Println("holds: the cosignature of the witness on it")

	tiles := tileFiles{journal}
	hashes := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, tiles)
	computed, err := tlog.TreeHash(size, hashes)
	must(err)
	if computed != root {
		fail("the tiles give another root")
	}
	fmt.Println("holds: the root over the tiles")

	entries := bundles(journal, size, hashes)
	fmt.Println("holds: every one of", len(entries), "entries, rehashed from the bundles")

	consistency(journal, size, root, logs, witnesses, hashes)
	inclusion(read(os.Args[3]), read(os.Args[4]), logs, witnesses)
	fmt.Println("approvals of", approvals(entries, folder), "people are written for openssl")
}

// policy reads the verifiers of the logs and of the witnesses.
func policy(text []byte) (logs, witnesses []note.Verifier) {
	for _, line := range strings.Split(string(text), "\n") {
		words := strings.Fields(line)
		if len(words) > 1 && words[0] == "log" {
			verifier, err := note.NewVerifier(words[1])
			must(err)
			logs = append(logs, verifier)
		}
		if len(words) > 2 && words[0] == "witness" {
			witnesses = append(witnesses, cosigner(words[2]))
		}
	}
	if len(logs) == 0 || len(witnesses) == 0 {
		fail("the policy has no log or no witness")
	}
	return logs, witnesses
}

// witness verifies lines of C2SP tlog-cosignature, which sumdb/note does not know by itself.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func cosigner(line string) witness {
	parts := strings.SplitN(line, "+", 3)
	if len(parts) != 3 {
		fail("the witness has no verifier key")
	}
	hash, err := hex.DecodeString(parts[1])
	must(err)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	must(err)
	computed := sha256.Sum256([]byte(parts[0] + "\n" + string(key)))
	if len(key) != 33 || key[0] != 4 || !bytes.Equal(hash, computed[:4]) {
		fail("the verifier key of the witness does not fit together")
	}
	return witness{parts[0], binary.BigEndian.Uint32(hash), ed25519.PublicKey(key[1:])}
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }
func (w witness) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	time := binary.BigEndian.Uint64(signature)
	return ed25519.Verify(w.key, append([]byte(fmt.Sprintf("cosignature/v1\ntime %d\n", time)), text...), signature[8:])
}

// open gives the text of a note that a log and every witness that is given has signed.
func open(file []byte, logs, witnesses []note.Verifier, name string) string {
	opened, err := note.Open(file, note.VerifierList(append(append([]note.Verifier{}, logs...), witnesses...)...))
	if err != nil {
		fail(name + ": " + err.Error())
	}
	signed := func(verifiers []note.Verifier) (count int) {
		for _, verifier := range verifiers {
			for _, signature := range opened.Sigs {
				if signature.Name == verifier.Name() && signature.Hash == verifier.KeyHash() {
					count++
				}
			}
		}
		return count
	}
	if signed(logs) == 0 || signed(witnesses) < len(witnesses) {
		fail(name + " lacks a signature that is needed")
	}
	return opened.Text
}

func checkpoint(text string) (int64, tlog.Hash) {
	lines := strings.Split(text, "\n")
	if len(lines) != 4 {
		fail("the checkpoint has not three lines")
	}
	var size int64
	if _, err := fmt.Sscanf(lines[1], "%d", &size); err != nil {
		fail("the checkpoint has no size")
	}
	return size, hash(lines[2])
}

func hash(text string) (hash tlog.Hash) {
	decoded, err := base64.StdEncoding.DecodeString(text)
	must(err)
	if len(decoded) != tlog.HashSize {
		fail("`" + text + "` is no hash")
	}
	copy(hash[:], decoded)
	return hash
}

// tileFiles reads tiles; C2SP leaves the height out of their paths.
type tileFiles struct{ journal string }

func (t tileFiles) Height() int                     { return 8 }
func (t tileFiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tileFiles) ReadTiles(tiles []tlog.Tile) (contents [][]byte, err error) {
	for _, tile := range tiles {
		content, err := os.ReadFile(filepath.Join(t.journal, strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		contents = append(contents, content)
	}
	return contents, nil
}

// bundles reads every entry and holds its hash against the tree.
func bundles(journal string, size int64, hashes tlog.HashReader) (entries [][]byte) {
	for number := int64(0); number*tileWidth < size; number++ {
		width := size - number*tileWidth
		if width > tileWidth {
			width = tileWidth
		}
		path := tlog.Tile{H: 8, L: 0, N: number, W: int(width)}.Path()
		bundle := read(filepath.Join(journal, strings.Replace(path, "tile/8/0/", "tile/entries/", 1)))
		for len(bundle) > 0 {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				fail("a bundle ends within an entry")
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			index := int64(len(entries))
			leaf, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
			must(err)
			if leaf[0] != tlog.RecordHash(bundle[2:end]) {
				fail(fmt.Sprintf("entry %d is not the one in the tree", index))
			}
			entries = append(entries, bundle[2:end])
			bundle = bundle[end:]
		}
	}
	if int64(len(entries)) != size {
		fail("the bundles have not as many entries as the checkpoint says")
	}
	return entries
}

// consistency holds every earlier anchor against the tree.
func consistency(journal string, size int64, root tlog.Hash, logs, witnesses []note.Verifier, hashes tlog.HashReader) {
	anchors, err := filepath.Glob(filepath.Join(journal, "anchors", "*", "witnessed"))
	must(err)
	sort.Strings(anchors)
	for _, anchor := range anchors {
		earlierSize, earlierRoot := checkpoint(open(read(anchor), logs, witnesses, anchor))
		proof, err := tlog.ProveTree(size, earlierSize, hashes)
		must(err)
		must(tlog.CheckTree(proof, size, root, earlierSize, earlierRoot))
	}
	if len(anchors) < 2 {
		fail("there is no earlier anchor")
	}
	fmt.Println("holds: the tree extends each of", len(anchors), "anchors")
}

// inclusion checks an entry that was handed over with its proof alone.
func inclusion(proof, entry []byte, logs, witnesses []note.Verifier) {
	parts := strings.SplitN(string(proof), "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if len(parts) != 2 || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		fail("the proof is not a tlog-proof")
	}
	var index int64
	if _, err := fmt.Sscanf(lines[1], "index %d", &index); err != nil {
		fail("the proof has no index")
	}
	var path tlog.RecordProof
	for _, line := range lines[2:] {
		path = append(path, hash(line))
	}
	size, root := checkpoint(open([]byte(parts[1]), logs, witnesses, "the checkpoint of the proof"))
	must(tlog.CheckRecord(path, size, root, index, tlog.RecordHash(entry)))
	fmt.Println("holds: the proof that entry", index, "is one of", size)
}

// approvals writes what people signed for openssl, and gives of how many.
func approvals(entries [][]byte, folder string) int {
	type statement struct {
		Payload     string
		PayloadType string
		Signatures  []struct{ Keyid, Sig string }
	}
	keys := map[string]string{}
	people := map[string]bool{}
	number := 0
	for _, bytes := range entries {
		var entry struct {
			Type string
			Body struct {
				KeyId, PublicKey, Person, Approver string
				Envelope                           *statement
			}
		}
		must(json.Unmarshal(bytes, &entry))
		// A rotation brings a key as an enrolment does.
		if entry.Type == "key.enrolled" || entry.Type == "key.rotated" {
			keys[entry.Body.KeyId] = entry.Body.PublicKey
		}
		if entry.Type != "approval.vote.accepted" {
			continue
		}
		signed := entry.Body.Envelope
		payload := decoded(signed.Payload)
		// The public key comes from the entry that brought it, in the DER that openssl reads (RFC 8410).
		key := decoded(keys[signed.Signatures[0].Keyid])
		if len(key) != ed25519.PublicKeySize {
			fail("a vote is signed with a key that no entry brought")
		}
		name := filepath.Join(folder, fmt.Sprintf("approval-%d", number))
		write(name+".der", append([]byte("\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00"), key...))
		write(name+".signature", decoded(signed.Signatures[0].Sig))
		write(name+".signed", append([]byte(fmt.Sprintf("DSSEv1 %d %s %d ",
			len(signed.PayloadType), signed.PayloadType, len(payload))), payload...))
		people[signed.Signatures[0].Keyid] = true
		number++
	}
	if number == 0 {
		fail("there is no approval to check")
	}
	return len(people)
}

func decoded(text string) []byte {
	bytes, err := base64.StdEncoding.DecodeString(text)
	must(err)
	return bytes
}

func read(path string) []byte {
	content, err := os.ReadFile(path)
	must(err)
	return content
}

func write(path string, content []byte) {
	must(os.WriteFile(path, content, 0o600))
}

func must(err error) {
	if err != nil {
		fail(err.Error())
	}
}

func fail(reason string) {
	fmt.Fprintln(os.Stderr, "third-party:", reason)
	os.Exit(1)
}
