package org.portcullis.report.excel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.xmlbeans.XmlException;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonReader;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.EvidenceRequestJson;
import org.portcullis.report.sheet.TableSheet;

/**
 * Is a workbook that somebody hands over, opened to be held against the evidence.
 *
 * <p>It is read part by part and row by row and never as a whole, so its size does not decide the memory that is needed; the texts that its
 * cells share lie in a temporary file until it is closed. Nothing in it is trusted: no document types, no bombs, nothing from outside.
 */
public final class WrittenWorkbook implements WrittenEvidence {

    /** What a workbook may be made of; anything else could show or do what no cell says. */
    private static final Pattern EXPECTED_PART = Pattern.compile("application/("
            + "vnd\\.openxmlformats-officedocument\\.spreadsheetml\\.(sheet\\.main|worksheet|styles|sharedStrings|calcChain"
            + "|sheetMetadata|printerSettings)(\\+xml)?"
            + "|vnd\\.openxmlformats-officedocument\\.(theme|extended-properties|custom-properties)\\+xml"
            + "|vnd\\.openxmlformats-package\\.(core-properties|relationships)\\+xml"
            + "|vnd\\.ms-office\\.classificationlabels\\+xml)");

    /** The property that holds what the workbook was asked for. */
    static final String REQUEST = "portcullis.request";

    private final OPCPackage archive;
    private final Path folder;
    private final SharedTexts texts;
    private final ShownAs shownAs;
    private final PackagePart main;
    private final Drawings drawings;
    private final List<Tab> tabs;
    private final List<String> oddities;

    /** Is a tab in the order of the workbook. */
    record Tab(String name, boolean hidden, String relationship) {}

    private WrittenWorkbook(Path file, Path folder) throws IOException, UnreadableWorkbook {
        this.folder = folder;
        requireOneOfEach(file);
        try {
            this.archive = OPCPackage.open(file.toFile(), PackageAccess.READ);
        } catch (OpenXML4JException | RuntimeException malformed) {
            throw new UnreadableWorkbook("it is no workbook: " + line(malformed), malformed);
        }
        this.drawings = new Drawings(archive);
        try {
            this.main = target(archive.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT)
                    .getRelationship(0));
            Contents contents = contents();
            this.tabs = contents.tabs();
            this.oddities = contents.oddities();
            this.texts = texts();
            this.shownAs = styles();
        } catch (OpenXML4JException | RuntimeException malformed) {
            archive.revert();
            throw new UnreadableWorkbook("it is no workbook: " + line(malformed), malformed);
        } catch (IOException | UnreadableWorkbook failure) {
            archive.revert();
            throw failure;
        }
    }

    /**
     * Opens a workbook.
     *
     * @throws UnreadableWorkbook when it is none
     * @throws IOException when the file cannot be read
     */
    public static WrittenWorkbook open(Path file) throws IOException, UnreadableWorkbook {
        Path folder = PrivateFolder.create();
        try {
            return new WrittenWorkbook(file, folder);
        } catch (IOException | UnreadableWorkbook failure) {
            PrivateFolder.delete(folder);
            throw failure;
        }
    }

    @Override
    public EvidenceRequest request() throws UnreadableWorkbook {
        try {
            var property = new POIXMLProperties(archive).getCustomProperties().getProperty(REQUEST);
            if (property == null || property.getLpwstr() == null) {
                throw new UnreadableWorkbook("it does not say what it was asked for: the property `" + REQUEST
                        + "` is missing, as in workbooks of earlier versions and of other programs");
            }
            return EvidenceRequestJson.read(
                    JsonReader.readObject(property.getLpwstr().getBytes(StandardCharsets.UTF_8)));
        } catch (IllFormedJson | IllegalArgumentException | IOException | OpenXML4JException | XmlException malformed) {
            throw new UnreadableWorkbook(
                    "what it was asked for, the property `" + REQUEST + "`, cannot be read: " + line(malformed),
                    malformed);
        }
    }

    @Override
    public Comparison compare(Evidence evidence) throws IOException, UnreadableWorkbook, JournalFailure {
        return compare(evidence, TableSheet.ROWS_PER_TAB);
    }

    /** Compares a workbook that was written with fewer rows to a tab. */
    Comparison compare(Evidence evidence, int rowsPerTab) throws IOException, UnreadableWorkbook, JournalFailure {
        try (WorkbookComparison comparison = new WorkbookComparison(this, rowsPerTab)) {
            return comparison.with(evidence);
        }
    }

    @Override
    public EvidenceComparison comparison() {
        return new WorkbookComparison(this, TableSheet.ROWS_PER_TAB);
    }

    List<Tab> tabs() {
        return tabs;
    }

    ShownAs shownAs() {
        return shownAs;
    }

    /** Gives what the workbook has that no evidence workbook has. */
    List<String> oddities() throws IOException, UnreadableWorkbook {
        try {
            List<String> all = new ArrayList<>(oddities);
            for (Tab tab : tabs) {
                charts(tab);
            }
            for (PackagePart part : archive.getParts()) {
                boolean expected = EXPECTED_PART.matcher(part.getContentType()).matches();
                if (!expected && !isThumbnail(part) && !isEmptyDrawing(part) && !drawings.isKnown(part)) {
                    all.add("the part `" + part.getPartName().getName() + "` of type `" + part.getContentType() + "`");
                }
                if (part.isRelationshipPart()) {
                    continue;
                }
                for (PackageRelationship relationship : part.getRelationships()) {
                    if (relationship.getTargetMode() == TargetMode.EXTERNAL) {
                        all.add("a link to the outside, from `"
                                + part.getPartName().getName() + "`");
                    }
                }
            }
            return all;
        } catch (OpenXML4JException malformed) {
            throw new UnreadableWorkbook("its parts cannot be read: " + line(malformed), malformed);
        }
    }

    /** Some programs put a picture of the first page beside the workbook, which no spreadsheet shows in it. */
    private static boolean isThumbnail(PackagePart part) {
        return part.getPartName().getName().startsWith("/docProps/thumbnail.");
    }

    /** Some programs give every tab a sheet of glass, on which nothing is drawn. */
    private static boolean isEmptyDrawing(PackagePart part) throws IOException, UnreadableWorkbook {
        if (!part.getContentType().equals("application/vnd.openxmlformats-officedocument.drawing+xml")) {
            return false;
        }
        try (XmlPart drawing = new XmlPart(part.getPartName().getName(), part.getInputStream())) {
            return drawing.nextElement() && !drawing.nextElement();
        }
    }

    /** Gives the charts of a tab, from top to bottom. */
    List<FoundChart> charts(Tab tab) throws IOException, UnreadableWorkbook {
        PackageRelationship relationship = main.getRelationship(tab.relationship());
        try {
            return relationship == null ? List.of() : drawings.of(target(relationship));
        } catch (OpenXML4JException | RuntimeException malformed) {
            throw new UnreadableWorkbook(
                    "what is drawn on the tab `" + tab.name() + "` cannot be read: " + line(malformed), malformed);
        }
    }

    /** Begins to read a tab. */
    TabReader read(Tab tab) throws IOException, UnreadableWorkbook {
        PackageRelationship relationship = main.getRelationship(tab.relationship());
        if (relationship == null || !relationship.getRelationshipType().endsWith("/worksheet")) {
            throw new UnreadableWorkbook("the tab `" + tab.name() + "` is no sheet of cells");
        }
        try {
            PackagePart part = target(relationship);
            return new TabReader(new XmlPart(part.getPartName().getName(), part.getInputStream()), texts);
        } catch (OpenXML4JException | RuntimeException malformed) {
            throw new UnreadableWorkbook("the tab `" + tab.name() + "` cannot be read: " + line(malformed), malformed);
        }
    }

    private record Contents(List<Tab> tabs, List<String> oddities) {}

    private Contents contents() throws IOException, UnreadableWorkbook {
        List<Tab> found = new ArrayList<>();
        List<String> odd = new ArrayList<>();
        try (XmlPart part = new XmlPart(main.getPartName().getName(), main.getInputStream())) {
            while (part.nextElement()) {
                switch (part.element()) {
                    case "sheet" -> {
                        String state = part.attribute("state");
                        boolean hidden = !state.isEmpty() && !state.equals("visible");
                        found.add(new Tab(part.attribute("name"), hidden, part.relationship()));
                    }
                    case "workbookPr" -> {
                        if (part.isTrue("date1904")) {
                            odd.add("days are counted from 1904");
                        }
                    }
                    case "definedName" -> {
                        String name = part.attribute("name");
                        if (!name.matches("_xlnm\\.(Print_Area|Print_Titles|_FilterDatabase)")) {
                            odd.add("the name `" + name + "`");
                        }
                    }
                    case "externalReference" -> odd.add("a link to another workbook");
                    default -> {
                        // Windows, calculation and protection change no cell.
                    }
                }
            }
        }
        return new Contents(List.copyOf(found), List.copyOf(odd));
    }

    private SharedTexts texts() throws IOException, UnreadableWorkbook, OpenXML4JException {
        Optional<PackagePart> part = related("/sharedStrings");
        return part.isEmpty()
                ? SharedTexts.none(folder)
                : SharedTexts.of(part.get().getInputStream(), folder);
    }

    private ShownAs styles() throws IOException, UnreadableWorkbook, OpenXML4JException {
        Optional<PackagePart> part = related("/styles");
        if (part.isEmpty()) {
            return new ShownAs(List.of("General"));
        }
        try (XmlPart xml =
                new XmlPart(part.get().getPartName().getName(), part.get().getInputStream())) {
            return ShownAs.of(xml);
        }
    }

    private Optional<PackagePart> related(String type) throws OpenXML4JException, UnreadableWorkbook {
        for (PackageRelationship relationship : main.getRelationships()) {
            if (relationship.getRelationshipType().endsWith(type)) {
                return Optional.of(target(relationship));
            }
        }
        return Optional.empty();
    }

    private PackagePart target(PackageRelationship relationship) throws OpenXML4JException, UnreadableWorkbook {
        if (relationship == null || relationship.getTargetMode() == TargetMode.EXTERNAL) {
            throw new UnreadableWorkbook("a part of it is missing or elsewhere");
        }
        PackagePartName name = PackagingURIHelper.createPartName(relationship.getTargetURI());
        PackagePart part = archive.getPart(name);
        if (part == null) {
            throw new UnreadableWorkbook("its part `" + name.getName() + "` is missing");
        }
        return part;
    }

    /** Two parts of one name would be read differently by different programs. */
    private static void requireOneOfEach(Path file) throws IOException, UnreadableWorkbook {
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    throw new UnreadableWorkbook("it has two parts of the name `" + entry.getName() + "`");
                }
            }
        } catch (java.util.zip.ZipException malformed) {
            throw new UnreadableWorkbook("it is no workbook: " + line(malformed), malformed);
        }
    }

    private static String line(Exception failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
    }

    @Override
    public void close() throws IOException {
        try {
            texts.close();
        } finally {
            archive.revert();
            PrivateFolder.delete(folder);
        }
    }
}
