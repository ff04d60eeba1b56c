// DatelineCSV
