package main

import (
	"crypto/ed25519"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// The demo rotates no key, so that a rotation is checked here.
func TestAVoteWithARotatedKeyIsWrittenForOpenssl(t *testing.T) {
	public := make([]byte, ed25519.PublicKeySize)
	public[0] = 7
	rotated := fmt.Sprintf(`{"type":"key.rotated","body":{"keyId":"k-2","person":"p-1","publicKey":%q,"replaces":"k-1"}}`,
		base64.StdEncoding.EncodeToString(public))
	vote := `{"type":"approval.vote.accepted","body":{"envelope":{"payload":"e30=","payloadType":"x","signatures":[{"keyid":"k-2","sig":"AA=="}]}}}`
	folder := t.TempDir()
	if people := approvals([][]byte{[]byte(rotated), []byte(vote)}, folder); people != 1 {
		t.Fatalf("the approvals are of %d people", people)
	}
	der, err := os.ReadFile(filepath.Join(folder, "approval-0.der"))
	if err != nil || string(der[12:]) != string(public) {
		t.Fatalf("the key of the rotation was not written: %v", err)
	}
}
