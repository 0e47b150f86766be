# Makes the saved cases beside this script: synthetic data of our own and what R computes from them.
# Run in this folder: Rscript make_cases.R   (R with the packages survival and MASS)
library(survival)
library(MASS)
set.seed(20261122)
options(digits = 17)
expected <- data.frame(case = character(), quantity = character(), value = numeric())
keep <- function(case, quantity, value)
  expected[nrow(expected) + 1, ] <<- list(case, quantity, as.numeric(value))
save <- function(d, name) write.csv(d, paste0(name, ".csv"), row.names = FALSE, quote = FALSE)

# Analysis of covariance
n <- 60
d <- data.frame(arm = rep(0:1, each = n / 2), baseline = round(rnorm(n, -3, 1.2), 3))
d$change <- round(0.2 + 0.6 * d$arm - 0.25 * (d$baseline + 3) + rnorm(n, 0, 0.5), 3)
save(d, "ancova")
m <- lm(change ~ arm + baseline, d)
ci <- confint(m, "arm")
keep("ancova", "arm", coef(m)["arm"]); keep("ancova", "arm_se", coef(summary(m))["arm", 2])
keep("ancova", "arm_low", ci[1]); keep("ancova", "arm_high", ci[2]); keep("ancova", "arm_p", coef(summary(m))["arm", 4])
means <- predict(m, data.frame(arm = 0:1, baseline = mean(d$baseline)), interval = "confidence")
for (a in 0:1) { keep("ancova", paste0("mean", a), means[a + 1, 1]); keep("ancova", paste0("mean_low", a), means[a + 1, 2]) }

# Two proportions
p <- prop.test(c(18, 9), c(30, 31), correct = FALSE)
keep("proportions", "p", p$p.value)
w1 <- prop.test(18, 30, correct = FALSE)$conf.int; w2 <- prop.test(9, 31, correct = FALSE)$conf.int
keep("proportions", "wilson_low", w1[1]); keep("proportions", "wilson_high", w1[2])
dd <- 18 / 30 - 9 / 31
keep("proportions", "newcombe_low", dd - sqrt((18 / 30 - w1[1])^2 + (w2[2] - 9 / 31)^2))
keep("proportions", "newcombe_high", dd + sqrt((w1[2] - 18 / 30)^2 + (9 / 31 - w2[1])^2))

# Survival with ties
n <- 80
d <- data.frame(id = 1:n, arm = rep(0:1, n / 2), x = round(rnorm(n), 2), stratum = rep(1:2, each = n / 2))
t <- ceiling(rexp(n, 0.002 * exp(-0.6 * d$arm + 0.3 * d$x)) / 30) * 30
d$time <- pmin(t, 720); d$event <- as.integer(t <= 720)
d$time[sample(n, 10)] <- 365; d$event[d$time == 365] <- 0
save(d, "survival")
s <- survfit(Surv(time, event) ~ 1, d, conf.type = "log-log")
z <- summary(s, times = c(60, 300, 600))
for (i in 1:3) {
  keep("survival", paste0("km", z$time[i]), z$surv[i]); keep("survival", paste0("km_se", z$time[i]), z$std.err[i])
  keep("survival", paste0("km_low", z$time[i]), z$lower[i]); keep("survival", paste0("km_high", z$time[i]), z$upper[i])
}
keep("survival", "logrank", survdiff(Surv(time, event) ~ arm, d)$chisq)
keep("survival", "logrank_stratified", survdiff(Surv(time, event) ~ arm + strata(stratum), d)$chisq)
m <- coxph(Surv(time, event) ~ arm + x, d, ties = "efron")
keep("survival", "cox_arm", coef(m)["arm"]); keep("survival", "cox_x", coef(m)["x"])
keep("survival", "cox_arm_se", sqrt(vcov(m)[1, 1])); keep("survival", "cox_loglik", m$loglik[2])

# Counts with exposure
n <- 100
d <- data.frame(arm = rep(0:1, each = n / 2), exposure = round(runif(n, 0.4, 2), 3), age = round(runif(n, 4, 15), 1))
d$count <- rnbinom(n, mu = d$exposure * exp(0.4 - 0.5 * d$arm - 0.03 * d$age), size = 0.9)
save(d, "counts")
m <- glm(count ~ arm + age + offset(log(exposure)), poisson, d, control = list(epsilon = 1e-14))
keep("counts", "poisson_arm", coef(m)["arm"]); keep("counts", "poisson_arm_se", sqrt(vcov(m)["arm", "arm"]))
m <- glm.nb(count ~ arm + age + offset(log(exposure)), d, control = glm.control(epsilon = 1e-12, maxit = 200))
keep("counts", "nb_arm", coef(m)["arm"]); keep("counts", "nb_arm_se", sqrt(vcov(m)["arm", "arm"]))
keep("counts", "nb_theta", m$theta); keep("counts", "nb_loglik", m$twologlik / 2)

# Recurrent events with follow-up in pieces
rows <- list()
for (i in 1:60) {
  arm <- i %% 2; end <- sample(c(365, 500, 730), 1); frailty <- rgamma(1, 1.2, 1.2); start <- 0
  repeat {
    gap <- ceiling(rexp(1, 0.003 * frailty * exp(-0.5 * arm)) / 14) * 14
    stop <- min(start + gap, end)
    rows[[length(rows) + 1]] <- data.frame(id = i, arm = arm, start = start, stop = stop, event = as.integer(start + gap <= end))
    start <- stop
    if (stop >= end) break
  }
}
d <- do.call(rbind, rows); d <- d[d$stop > d$start, ]
save(d, "recurrent")
m <- coxph(Surv(start, stop, event) ~ arm, d, cluster = id, ties = "efron")
keep("recurrent", "ag_arm", coef(m)); keep("recurrent", "ag_arm_naive_se", sqrt(m$naive.var)); keep("recurrent", "ag_arm_robust_se", sqrt(m$var))
s <- survfit(Surv(start, stop, event) ~ 1, d, id = id)
z <- summary(s, times = c(182, 364, 700))
for (i in 1:3) { keep("recurrent", paste0("mcf", z$time[i]), z$cumhaz[i]); keep("recurrent", paste0("mcf_se", z$time[i]), z$std.chaz[i]) }
write.csv(expected, "expected.csv", row.names = FALSE, quote = FALSE)
