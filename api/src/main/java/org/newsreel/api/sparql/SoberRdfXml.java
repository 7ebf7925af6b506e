package org.newsreel.api.sparql;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.ReaderRIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.rdfxml.rrx.ReaderRDFXML_SAX;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.util.Context;

/**
 * RDF/XML that refers to nothing outside itself. Jena's parser fetches no external entity and leaves it out without a
 * word; a document that would lose something that way is refused here.
 */
final class SoberRdfXml implements ReaderRIOT {
    private static final int HEAD = 65_536;
    private static final Pattern OUTSIDE =
            Pattern.compile("<!(DOCTYPE|ENTITY)\\s[^<>\\[\"']*?\\b(SYSTEM|PUBLIC)\\s", Pattern.DOTALL);

    private final ReaderRIOT usual;

    private SoberRdfXml(ReaderRIOT usual) {
        this.usual = usual;
    }

    /** From now on, for the whole process. */
    static void everywhere() {
        RDFParserRegistry.registerLangTriples(
                Lang.RDFXML, (lang, profile) -> new SoberRdfXml(ReaderRDFXML_SAX.factory.create(lang, profile)));
    }

    @Override
    public void read(InputStream in, String base, ContentType type, StreamRDF out, Context context) {
        BufferedInputStream buffered = new BufferedInputStream(in, HEAD);
        try {
            buffered.mark(HEAD);
            String head = new String(buffered.readNBytes(HEAD - 1), StandardCharsets.ISO_8859_1);
            if (OUTSIDE.matcher(head).find()) {
                throw new RiotException(
                        "The document's DTD refers to something outside, which is not fetched: leave it out.");
            }
            buffered.reset();
        } catch (IOException e) {
            throw new RiotException(e.getMessage(), e);
        }
        usual.read(buffered, base, type, out, context);
    }

    @Override
    public void read(Reader in, String base, ContentType type, StreamRDF out, Context context) {
        usual.read(in, base, type, out, context);
    }
}
