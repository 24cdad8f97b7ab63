package org.portcullis.verifier;

import java.util.function.Function;

/** Says what an export follows on: nothing, or the export of the shard before. */
interface ExportFollowing {

    /** An export that is no part of a series names a trusted key. */
    ExportFollowing NOTHING = new ExportFollowing() {
        @Override
        public void requireTrusted(NoteKey key, Terms terms, Rejection.Place place) throws Rejection {
            if (!terms.keys().contains(key)) {
                throw new Rejection(
                        Outcome.UNTRUSTED_KEY,
                        place,
                        "the export names the key `" + key.line() + "`, which is not a trusted one");
            }
        }

        @Override
        public EntryCheck entries(NoteKey key) {
            return EntryCheck.ofPart(key);
        }

        @Override
        public void requireBeginning(ExportCheck export, Rejection.Place place) {}
    };

    /** Requires that its key is trusted, where that is known before the others are read. */
    void requireTrusted(NoteKey key, Terms terms, Rejection.Place place) throws Rejection;

    /** Makes the check of its entries. */
    EntryCheck entries(NoteKey key);

    /** Requires that it begins as it must, of which the place is that of the first entry. */
    void requireBeginning(ExportCheck export, Rejection.Place place) throws Rejection;

    /** Judges how the export of a shard begins, once the shard's first entry holds. */
    @FunctionalInterface
    interface Beginning {

        /** Requires that it begins as it must, of which the place is that of the first entry. */
        void require(ExportCheck export, Rejection.Place place) throws Rejection;
    }

    /** The key of a shard is trusted through that of another one. */
    static ExportFollowing inSeries(Function<NoteKey, EntryCheck> checks, Beginning beginning) {
        return new ExportFollowing() {
            @Override
            public void requireTrusted(NoteKey key, Terms terms, Rejection.Place place) {}

            @Override
            public EntryCheck entries(NoteKey key) {
                return checks.apply(key);
            }

            @Override
            public void requireBeginning(ExportCheck export, Rejection.Place place) throws Rejection {
                beginning.require(export, place);
            }
        };
    }
}
