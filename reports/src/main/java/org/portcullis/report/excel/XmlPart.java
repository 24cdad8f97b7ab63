package org.portcullis.report.excel;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one XML part of a workbook from its beginning to its end, element by element, without document types and without anything from
 * outside. Mutable; one thread.
 */
final class XmlPart implements AutoCloseable {

    /** More than the longest text of a cell with every character escaped. */
    private static final int MAX_TEXT = 400_000;

    private final String name;
    private final InputStream in;
    private final XMLStreamReader reader;
    private int depth;

    XmlPart(String name, InputStream in) throws UnreadableWorkbook {
        this.name = name;
        this.in = in;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try {
            reader = factory.createXMLStreamReader(in);
        } catch (XMLStreamException malformed) {
            throw unreadable(malformed);
        }
    }

    /** Goes to the next beginning or end of an element; tells whether there was one. */
    boolean next() throws UnreadableWorkbook {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    return true;
                }
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    return true;
                }
                if (event == XMLStreamConstants.DTD) {
                    throw new UnreadableWorkbook("part `" + name + "` has a document type");
                }
            }
            return false;
        } catch (XMLStreamException malformed) {
            throw unreadable(malformed);
        }
    }

    /** Goes to the beginning of the next element; tells whether there was one. */
    boolean nextElement() throws UnreadableWorkbook {
        while (next()) {
            if (begins()) {
                return true;
            }
        }
        return false;
    }

    boolean begins() {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    /** Gives the level of the element, 1 for the root; at its end, one less. */
    int depth() {
        return depth;
    }

    String element() {
        return reader.getLocalName();
    }

    /** Gives an attribute without a namespace; empty where it is not there. */
    String attribute(String attribute) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals(attribute) && (namespace == null || namespace.isEmpty())) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Gives the attribute {@code id} of the namespace of relationships, in either of its spellings. */
    String relationship() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals("id")
                    && namespace != null
                    && namespace.contains("/officeDocument/")
                    && namespace.endsWith("/relationships")) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    boolean isTrue(String attribute) {
        String value = attribute(attribute);
        return value.equals("1") || value.equals("true") || value.equals("on");
    }

    /** Gives the text of the element, to whose end it goes; elements in it are an error of the file. */
    String text() throws UnreadableWorkbook {
        StringBuilder text = new StringBuilder();
        try {
            while (true) {
                int event = reader.next();
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    return text.toString();
                }
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new UnreadableWorkbook("part `" + name + "` has markup where text is expected");
                }
                if (event == XMLStreamConstants.CHARACTERS
                        || event == XMLStreamConstants.CDATA
                        || event == XMLStreamConstants.SPACE) {
                    text.append(reader.getText());
                    if (text.length() > MAX_TEXT) {
                        throw new UnreadableWorkbook("part `" + name + "` has a text that is too long for a cell");
                    }
                }
            }
        } catch (XMLStreamException malformed) {
            throw unreadable(malformed);
        }
    }

    /**
     * Gives the words of a text element and its runs, to whose end it goes; how they are pronounced and how they look is left out.
     */
    String words() throws UnreadableWorkbook {
        int level = depth;
        StringBuilder words = new StringBuilder();
        int phonetic = 0;
        while (depth >= level && next()) {
            if (element().equals("rPh")) {
                phonetic += begins() ? 1 : -1;
            } else if (begins() && element().equals("t")) {
                String run = text();
                words.append(phonetic == 0 ? run : "");
            }
            if (words.length() > MAX_TEXT) {
                throw new UnreadableWorkbook("part `" + name + "` has a text that is too long for a cell");
            }
        }
        return CellText.decoded(words.toString());
    }

    UnreadableWorkbook unreadable(Exception cause) {
        return new UnreadableWorkbook(
                "part `" + name + "` is not well formed: "
                        + String.valueOf(cause.getMessage()).replaceAll("\\s+", " "),
                cause);
    }

    UnreadableWorkbook unreadable(String reason) {
        return new UnreadableWorkbook("part `" + name + "` " + reason);
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException closing) {
            throw new IOException(closing);
        } finally {
            in.close();
        }
    }
}
