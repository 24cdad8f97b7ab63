package org.portcullis.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The texts of each tab of a workbook, read without the library that wrote them. */
final class WorkbookText {
    private static final Pattern CELL =
            Pattern.compile("<c [^>]*?(?:t=\"(s|inlineStr)\")[^>]*>(.*?)</c>", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("<t[^>]*>(.*?)</t>", Pattern.DOTALL);

    private WorkbookText() {}

    /** Gives the texts of the tabs, the cover first and the others in no order. */
    static Map<String, String> of(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            List<String> shared = new ArrayList<>();
            if (zip.getEntry("xl/sharedStrings.xml") != null) {
                Pattern.compile("<si>(.*?)</si>", Pattern.DOTALL)
                        .matcher(part(zip, "xl/sharedStrings.xml"))
                        .results()
                        .forEach(item -> shared.add(texts(item.group(1))));
            }
            Map<String, String> tabs = new LinkedHashMap<>();
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                if (entry.getName().matches("xl/worksheets/sheet[0-9]+\\.xml")) {
                    StringBuilder text = new StringBuilder();
                    CELL.matcher(part(zip, entry.getName()))
                            .results()
                            .forEach(cell -> text.append(cell(cell, shared)).append('\n'));
                    tabs.put(entry.getName(), text.toString());
                }
            }
            return tabs;
        }
    }

    private static String cell(MatchResult cell, List<String> shared) {
        return cell.group(1).equals("s")
                ? shared.get(Integer.parseInt(cell.group(2).replaceAll("(?s).*<v>([0-9]+)</v>.*", "$1")))
                : texts(cell.group(2));
    }

    private static String texts(String xml) {
        StringBuilder text = new StringBuilder();
        TEXT.matcher(xml).results().forEach(found -> text.append(found.group(1)));
        return text.toString()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static String part(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
