package org.portcullis.engine.flow;

import org.portcullis.engine.journal.Journal;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.engine.journal.Signer;

/**
 * What the engine needs from outside.
 *
 * @param journal takes every entry before it takes effect; MUST be durable where real orders are released
 * @param tokenSigner signs release tokens; its key is the engine's own, never a person's
 * @param signatures admits signatures of people and of tokens
 */
public record EnginePorts(Journal journal, Signer tokenSigner, SignatureCheck signatures, NonceSource nonces) {}
