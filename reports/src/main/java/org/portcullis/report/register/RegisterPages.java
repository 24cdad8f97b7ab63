package org.portcullis.report.register;

import static org.portcullis.report.html.Node.element;
import static org.portcullis.report.html.Node.link;
import static org.portcullis.report.html.Node.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.coverage.CitingControl;
import org.portcullis.mapping.coverage.ControlCoverage;
import org.portcullis.report.html.Address;
import org.portcullis.report.html.Document;
import org.portcullis.report.html.Node;
import org.portcullis.report.html.Tag;

/**
 * Writes registers as pages of HTML: for each policy an index, a page for each control, provisions with the controls that serve them, scopes, tests and reviews.
 *
 * <p>The pages read without a network and without JavaScript. The same registers give the same bytes.
 */
public final class RegisterPages {
    private RegisterPages() {}

    /** The files of one register, or of several each in a folder of its own below a page that lists them. */
    public static List<RegisterFile> of(List<Register> registers, ProvisionCatalogue catalogue) {
        List<RegisterFile> files = new ArrayList<>();
        if (registers.size() == 1) {
            files.addAll(pages(new Site(registers.get(0), catalogue, "", Optional.empty())));
        } else {
            List<Site> sites = sites(registers, catalogue);
            files.add(list(sites));
            sites.forEach(site -> files.addAll(pages(site)));
        }
        files.add(new RegisterFile(Site.STYLE, style()));
        return List.copyOf(files);
    }

    private static List<Site> sites(List<Register> registers, ProvisionCatalogue catalogue) {
        List<Site> sites = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Register register : registers) {
            String name = folder(register.source());
            String distinct = name;
            for (int number = 2; !used.add(distinct); number++) {
                distinct = name + "-" + number;
            }
            sites.add(new Site(register, catalogue, distinct + "/", Optional.of(Site.INDEX)));
        }
        return sites;
    }

    /** The file's name without folders and extension, in letters that every file system has. */
    private static String folder(String source) {
        String name = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\.policy$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return name.isEmpty() ? "policy" : name;
    }

    private static List<RegisterFile> pages(Site site) {
        ControlCoverage coverage = ControlCoverage.of(
                site.catalogue(),
                site.register().controls().stream().map(RegisterPages::citing).toList());
        List<RegisterFile> files = new ArrayList<>();
        files.add(new IndexPage(site, coverage).page());
        site.register().controls().forEach(entry -> files.add(new ControlPage(site, entry).page()));
        files.add(new ProvisionsPage(site, coverage).page());
        files.add(ScopesPage.of(site));
        files.add(TestsPage.of(site));
        files.add(ReviewsPage.of(site));
        return files;
    }

    private static CitingControl citing(ControlEntry entry) {
        return CitingControl.asWritten(
                entry.id(),
                entry.terms().kind(),
                entry.terms().citations(),
                entry.terms().rationales(),
                entry.terms().owner());
    }

    private static RegisterFile list(List<Site> sites) {
        List<Node.Element> rows = new ArrayList<>();
        for (Site site : sites) {
            Register register = site.register();
            rows.add(Site.row(
                    link(
                            Address.page(Site.INDEX, site.prefix() + Site.INDEX),
                            register.pack().header().name()),
                    List.of(
                            Site.cell(register.pack().header().version()),
                            Site.cell(register.pack().header().owner()),
                            Site.cell(register.controls().size() + ""),
                            Site.cell(
                                    register.inForce()
                                            ? Site.mark("good", "in force")
                                            : Site.mark("bad", "not in force")),
                            Site.cell(element(Tag.CODE, register.source())))));
        }
        Node.Element body = element(
                Tag.BODY,
                element(Tag.HEADER, element(Tag.P, "Control register").of("kicker"))
                        .of("top"),
                element(
                        Tag.MAIN,
                        element(Tag.H1, "Policies"),
                        Site.table(
                                "Policies of this register, on "
                                        + sites.get(0).register().day(),
                                List.of("Policy", "Version", "Owner", "Controls", "State", "Compiled from"),
                                rows)),
                element(Tag.FOOTER, element(Tag.P, text("Generated by Portcullis."))));
        return new RegisterFile(Site.INDEX, new Document(Site.INDEX, "Policies", Site.STYLE, body).html());
    }

    private static String style() {
        try (InputStream in = RegisterPages.class.getResourceAsStream(Site.STYLE)) {
            if (in == null) {
                throw new IllegalStateException("the style sheet was not packaged");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
