// DatelineXML
