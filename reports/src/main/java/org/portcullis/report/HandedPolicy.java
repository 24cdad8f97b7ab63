package org.portcullis.report;

import org.portcullis.model.json.Digest;

/**
 * Is a policy that somebody handed over as the one in force, to be held against what the journal put in force.
 *
 * @param file what the file was called
 * @param name the name of the policy
 * @param version its version
 * @param fingerprint of the policy as it was handed over
 */
public record HandedPolicy(String file, String name, String version, Digest fingerprint) {

    /** Names it with its fingerprint. */
    public String words() {
        return "`" + name + "`, " + version + ", " + fingerprint.value() + " (" + file + ")";
    }
}
