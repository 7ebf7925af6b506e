package org.newsreel.api.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.vocabulary.RDF;

/** A bare GET of the SPARQL endpoint: a SPARQL 1.1 Service Description, or the query page for a browser. */
final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final AcceptList OFFERED = AcceptList.create(
            "text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", "text/html");

    private ServiceDescription() {}

    static boolean isAskedFor(HttpServletRequest request) {
        return request.getRequestURI().equals(FusekiMount.SPARQL)
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && request.getQueryString() == null;
    }

    static void answer(HttpServletRequest request, HttpServletResponse response, boolean writable) throws IOException {
        MediaType type = ConNeg.chooseContentType(request, OFFERED, MediaType.create("text/turtle"));
        response.setHeader("Vary", "Accept");
        if (type.getContentTypeStr().equals("text/html")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/sparql.html");
            return;
        }
        Lang language = RDFLanguages.contentTypeToLang(type.getContentTypeStr());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        RDFDataMgr.write(body, describe(request.getRequestURL().toString(), writable), language);
        response.setContentType(type.getContentTypeStr());
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(body.size());
        body.writeTo(response.getOutputStream());
    }

    private static Model describe(String endpoint, boolean writable) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefix("sd", SD);
        Resource service = model.createResource()
                .addProperty(RDF.type, sd(model, "Service"))
                .addProperty(property(model, "endpoint"), model.createResource(endpoint))
                .addProperty(property(model, "supportedLanguage"), sd(model, "SPARQL11Query"));
        if (writable) {
            service.addProperty(property(model, "supportedLanguage"), sd(model, "SPARQL11Update"));
        }
        for (String format : new String[] {
            "SPARQL_Results_XML", "SPARQL_Results_JSON", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle",
            "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads"
        }) {
            service.addProperty(property(model, "resultFormat"), model.createResource(FORMATS + format));
        }
        Resource dataset = model.createResource()
                .addProperty(RDF.type, sd(model, "Dataset"))
                .addProperty(property(model, "defaultGraph"), model.createResource(sd(model, "Graph")));
        return service.addProperty(property(model, "defaultDataset"), dataset).getModel();
    }

    private static Property property(Model model, String name) {
        return model.createProperty(SD, name);
    }

    private static Resource sd(Model model, String name) {
        return model.createResource(SD + name);
    }
}
