import "./challenge.css";
