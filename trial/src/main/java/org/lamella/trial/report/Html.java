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
                + "body{font:16px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#222}"
                + "h1{line-height:1.2}h2{margin-top:2.2rem}"
                + "table{border-collapse:collapse;margin:1rem 0;width:100%;font-size:.94rem}"
                + "td,th{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}"
                + "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}th[scope=row]{font-weight:500}tr.first td{border-top:2px solid #999}"
                + "figure{margin:2.2rem 0}figcaption{font-weight:600;margin-bottom:.4rem}svg{width:100%;height:auto}"
                + ".note,.source{color:#555}.source{font-size:.86rem;margin:.2rem 0}"
                + ".warn{border-left:4px solid #D55E00;padding-left:.8rem}.partial{background:#fff1e6;padding:.6rem .8rem}"
                + ".protocol{font-size:.82rem;line-height:1.35}.protocol code{white-space:pre-wrap}"
                + ".protocol li:target{background:#fff3b0}"
                + "@media screen and (max-width:44rem){body{margin:1rem auto}table{display:block;overflow-x:auto}"
                + "td,th{min-width:5.5rem}td:first-child,th:first-child{min-width:8rem}"
                + "td:last-child:not(.n){min-width:15rem}"
                + "figure{overflow-x:auto}figure svg{min-width:36rem}h1{font-size:1.5rem}}"
                + "@page{margin:16mm}@media print{body{margin:0;font-size:10.5pt;max-width:none}"
                + "figure,tr{break-inside:avoid}figure svg{max-height:115mm}a{color:inherit;text-decoration:none}}"
                + "</style></head><body>\n"
                + body + "</body></html>\n";
    }
}
