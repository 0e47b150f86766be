package org.lamella.trial.report;

/** Escaping for HTML. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A page with the house style, printable, without outside resources. */
    static String page(String title, String body) {
        return "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'><title>" + escape(title)
                + "</title><meta name='viewport' content='width=device-width'>\n<style>"
                + "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}"
                + "table{border-collapse:collapse;margin:1rem 0}td,th{border-bottom:1px solid #ccc;padding:.25rem .6rem;"
                + "text-align:left;vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}"
                + "figure{margin:1.5rem 0}figcaption{font-weight:600}svg{width:100%;height:auto}"
                + ".note{color:#555}.warn{border-left:4px solid #D55E00;padding-left:.8rem}"
                + "@media print{body{margin:0}figure,table{break-inside:avoid}}</style></head><body>\n"
                + body + "</body></html>\n";
    }
}
