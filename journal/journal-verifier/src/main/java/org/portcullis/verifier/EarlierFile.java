package org.portcullis.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the checkpoint that an examiner kept: a note, or an export that has one in its first line. */
final class EarlierFile {

    private EarlierFile() {}

    /** Gives the checkpoints that the examiner kept: of a folder, that of each export of a shard in it. */
    static List<String> checkpoints(Path path) throws WrongUsage {
        if (!Files.isDirectory(path)) {
            return List.of(checkpoint(path));
        }
        List<String> checkpoints = new ArrayList<>();
        try {
            for (Path export : SeriesExportCheck.exportsIn(path)) {
                checkpoints.add(checkpoint(export));
            }
        } catch (IOException unreadable) {
            throw new WrongUsage("cannot read the folder `" + path + "` of `--earlier`");
        }
        if (checkpoints.isEmpty()) {
            throw new WrongUsage(
                    "the folder `" + path + "` of `--earlier` has no export of a shard, such as 2022-05.jsonl");
        }
        return checkpoints;
    }

    private static String checkpoint(Path file) throws WrongUsage {
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(ExportLines.MAX_LINE_BYTES), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new WrongUsage("cannot read the file `" + file + "` of `--earlier`");
        }
        if (!text.startsWith("{")) {
            return text;
        }
        int end = text.indexOf('\n');
        try {
            String head = end < 0 ? text : text.substring(0, end);
            return CanonicalParser.parse(head.getBytes(StandardCharsets.UTF_8))
                    .text("checkpoint")
                    .orElseThrow(() -> new WrongUsage("the file `" + file + "` of `--earlier` is not an export"));
        } catch (CanonicalParser.NotCanonical malformed) {
            throw new WrongUsage("the file `" + file + "` of `--earlier` is neither a checkpoint nor an export");
        }
    }
}
