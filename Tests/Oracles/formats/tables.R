# Loads the tables of an export with base R, nothing cleaned, and says what came of it:
# name, rows, columns, characters of the words, sum of the starts.
# usage: Rscript tables.R FOLDER
folder <- commandArgs(trailingOnly = TRUE)[1]
for (file in sort(list.files(folder, pattern = "[.]csv$"))) {
  table <- read.csv(file.path(folder, file), encoding = "UTF-8", na.strings = "", stringsAsFactors = FALSE)
  words <- if ("text" %in% names(table)) sum(nchar(table$text, type = "chars"), na.rm = TRUE) else 0
  starts <- if (is.numeric(table[["start"]])) sum(table$start, na.rm = TRUE) else 0
  cat(sprintf("%s\t%d\t%d\t%d\t%.3f\n", sub("[.]csv$", "", file), nrow(table), ncol(table), words, starts))
}
