package org.newsreel.api.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.fuseki.system.ConNeg;

/** What answers of queries can be written in. */
final class Formats {
    private static final int NOT_ACCEPTABLE = 406;
    private static final List<AcceptList> OFFERED =
            List.of(DEF.rsOfferTable, DEF.rsOfferBoolean, DEF.rdfOffer, DEF.quadsOffer);
    private static final List<String> OVERRIDES = List.of("output", "format", "results");

    private Formats() {}

    /**
     * Refuses a request that accepts no format of either family, rows or graphs. Fuseki would send its favourite; a client
     * that accepts formats of the other family still gets that.
     */
    static void requireOne(HttpServletRequest request) {
        if (request.getHeader("Accept") == null
                || OVERRIDES.stream().anyMatch(name -> request.getParameter(name) != null)) {
            return;
        }
        if (OFFERED.stream().allMatch(offer -> ConNeg.chooseContentType(request, offer, null) == null)) {
            ServletOps.error(
                    NOT_ACCEPTABLE,
                    "None of the asked-for formats is available: accept application/sparql-results+json or text/csv for"
                            + " rows, text/turtle or application/ld+json for graphs.");
        }
    }
}
