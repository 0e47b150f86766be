# Repeated measures with missing visits: the growth data of Potthoff and Roy (1964) with values taken away by a rule, and
# what R computes from the rest. Run in this folder: Rscript make_repeated.R   (R with the packages nlme, lme4 and lmerTest)
# Taken away: the second visit of children below 22 mm at the first, the fourth of every fifth child.
library(nlme)
library(lmerTest)
options(digits = 17)
o <- as.data.frame(Orthodont)
o$id <- as.integer(factor(as.character(o$Subject)))
o$visit <- as.integer(factor(o$age))
o$girl <- as.integer(o$Sex == "Female")
o <- o[order(o$id, o$visit), c("id", "girl", "visit", "distance")]
first <- o$distance[o$visit == 1][o$id]
gone <- (o$visit == 2 & first < 22) | (o$visit == 4 & o$id %% 5 == 0)
o$distance[gone] <- NA
write.csv(o, "repeated.csv", row.names = FALSE, quote = FALSE, na = "")
d <- o[!gone, ]
expected <- data.frame(case = character(), quantity = character(), value = numeric())
keep <- function(case, quantity, value) expected[nrow(expected) + 1, ] <<- list(case, quantity, as.numeric(value))
tight <- glsControl(maxIter = 500, msMaxIter = 1000, tolerance = 1e-12, msTol = 1e-14)
forms <- list(
  unstructured = list(corSymm(form = ~ visit | id), varIdent(form = ~ 1 | visit)),
  compound_symmetry = list(corCompSymm(form = ~ visit | id), NULL),
  autoregressive = list(corAR1(form = ~ visit | id), NULL))
for (name in names(forms)) for (method in c("REML", "ML")) {
  m <- gls(distance ~ 0 + factor(visit) + factor(visit):girl, d, correlation = forms[[name]][[1]],
           weights = forms[[name]][[2]], method = method, control = tight)
  case <- paste(name, tolower(method), sep = "_")
  keep(case, "deviance", -2 * logLik(m))
  for (v in 1:4) {
    # gls scales the variance of the coefficients by n / (n - p) for ML; ours does not
    scale <- if (method == "ML") sqrt((m$dims$N - m$dims$p) / m$dims$N) else 1
    keep(case, paste0("girl", v), coef(m)[4 + v])
    keep(case, paste0("girl", v, "_se"), sqrt(vcov(m)[4 + v, 4 + v]) * scale)
  }
}
# Satterthwaite's degrees of freedom; one variance and one correlation are a random intercept
m <- lmer(distance ~ 0 + factor(visit) + factor(visit):girl + (1 | id), d, REML = TRUE,
          control = lmerControl(optCtrl = list(ftol_abs = 1e-14, xtol_abs = 1e-14)))
s <- coef(summary(m))
for (v in 1:4) keep("compound_symmetry_reml", paste0("girl", v, "_df"), s[4 + v, "df"])
write.csv(expected, "repeated_expected.csv", row.names = FALSE, quote = FALSE)
