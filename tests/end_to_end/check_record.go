// Judges checkpoints and proofs of the audit log with golang.org/x/mod/sumdb: another implementation of signed notes and of
// RFC 6962 trees, made by others.
//
// usage: check_record KEYS CHECKPOINT [proof PROOF | consistency OLD HASHES]
//
// KEYS: verifier keys, one a line. CHECKPOINT, OLD: files with a signed checkpoint each. PROOF: a C2SP tlog-proof. HASHES: a
// consistency proof from OLD to CHECKPOINT, a hash in base64 on each line. Says what it has found; exits 1 when it does not hold.
package main

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func read(path string) string {
	data, err := os.ReadFile(path)
	check(err)
	return string(data)
}

func lines(text string) []string {
	var all []string
	scanner := bufio.NewScanner(strings.NewReader(text))
	for scanner.Scan() {
		if line := strings.TrimSpace(scanner.Text()); line != "" {
			all = append(all, line)
		}
	}
	return all
}

func hash(text string) tlog.Hash {
	hash, err := tlog.ParseHash(text)
	check(err)
	return hash
}

// Opens a signed checkpoint (C2SP tlog-checkpoint): three lines of a signed note.
func checkpoint(keys []string, message string) tlog.Tree {
	var verifiers []note.Verifier
	for _, key := range keys {
		verifier, err := note.NewVerifier(key)
		check(err)
		verifiers = append(verifiers, verifier)
	}
	opened, err := note.Open([]byte(message), note.VerifierList(verifiers...))
	check(err)
	text := strings.Split(opened.Text, "\n")
	if len(text) < 4 || text[0] != opened.Sigs[0].Name {
		check(fmt.Errorf("not a checkpoint: %q", opened.Text))
	}
	size, err := strconv.ParseInt(text[1], 10, 64)
	check(err)
	return tlog.Tree{N: size, Hash: hash(text[2])}
}

func main() {
	if len(os.Args) < 3 {
		check(fmt.Errorf("usage: check_record KEYS CHECKPOINT [proof PROOF | consistency OLD HASHES]"))
	}
	keys := lines(read(os.Args[1]))
	if len(os.Args) == 5 && os.Args[3] == "proof" {
		checkProof(keys, read(os.Args[4]))
	}
	tree := checkpoint(keys, read(os.Args[2]))
	fmt.Println("checkpoint of", tree.N)
	if len(os.Args) == 6 && os.Args[3] == "consistency" {
		old := checkpoint(keys, read(os.Args[4]))
		var proof tlog.TreeProof
		for _, line := range lines(read(os.Args[5])) {
			proof = append(proof, hash(line))
		}
		check(tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash))
		fmt.Println("leads there from", old.N)
	}
}

// A C2SP tlog-proof: what it is, the entry's bytes, its index, the path, and the checkpoint it leads to.
func checkProof(keys []string, text string) {
	head, message, found := strings.Cut(text, "\n\n")
	rows := lines(head)
	if !found || len(rows) < 3 || rows[0] != "c2sp.org/tlog-proof@v1" {
		check(fmt.Errorf("not a proof"))
	}
	content, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(rows[1], "extra "))
	check(err)
	index, err := strconv.ParseInt(strings.TrimPrefix(rows[2], "index "), 10, 64)
	check(err)
	var proof tlog.RecordProof
	for _, row := range rows[3:] {
		proof = append(proof, hash(row))
	}
	tree := checkpoint(keys, message)
	check(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(content)))
	fmt.Println("entry", index, "is in", tree.N)
}
