package org.portcullis.compiler.source;

/**
 * Gives the compiler the files that a policy names: parts that it imports and its tables.
 *
 * <p>Implementations MUST NOT reach beyond the folders that the caller means to open to whoever writes policies.
 */
@FunctionalInterface
public interface FileSource {

    /** A source that has no files: every import and every table is an error. */
    FileSource NONE = path -> new OutOfReach();

    /**
     * Reads a file.
     *
     * @param path relative to the folder of the policy, with forward slashes; normalised, so that `..` stands at its beginning or nowhere
     */
    Answer read(String path);

    /** What became of the reading. */
    sealed interface Answer {}

    /** The file's bytes; the array is not changed by anybody. */
    final class Found implements Answer {
        private final byte[] content;

        /** Takes the bytes as they are. */
        public Found(byte[] content) {
            this.content = content.clone();
        }

        /** The bytes. */
        public byte[] content() {
            return content.clone();
        }
    }

    /** There is no such file. */
    record Missing() implements Answer {}

    /**
     * There is such a file, and it cannot be read.
     *
     * @param reason in a few words, without a full stop
     */
    record Unreadable(String reason) implements Answer {}

    /** The path leads out of the folders that policies may read. */
    record OutOfReach() implements Answer {}
}
